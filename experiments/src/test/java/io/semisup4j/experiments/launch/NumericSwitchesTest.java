package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumericSwitchesTest {

    @Test
    void the_switches_of_all_kernels_are_remembered() {
        assertThat(NumericSwitches.now())
                .containsOnlyKeys(
                        "switch.precision",
                        "switch.kernels",
                        "switch.kernels.exact",
                        "switch.kernels.winogradProducts");
    }
}
