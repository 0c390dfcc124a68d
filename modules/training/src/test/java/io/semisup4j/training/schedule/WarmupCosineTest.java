package io.semisup4j.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WarmupCosineTest {

    @Test
    void rises_linearly_and_falls_as_half_a_cosine() {
        Schedule lr = new WarmupCosine(1, 5, 2, 4, 12);

        assertThat(lr.at(0)).isEqualTo(1);
        assertThat(lr.at(1)).isEqualTo(2);
        assertThat(lr.at(3)).isEqualTo(4);
        assertThat(lr.at(4)).isEqualTo(5);
        assertThat(lr.at(8)).isEqualTo(3.5, within(1e-15));
        assertThat(lr.at(12)).isEqualTo(2);
    }

    @Test
    void never_falls_below_its_end() {
        Schedule lr = new WarmupCosine(0.5, 1, 0.25, 0, 7);

        for (long step = 0; step < 30; step++) {
            assertThat(lr.at(step)).isBetween(0.25, 1.0);
        }
    }

    @Test
    void may_consist_of_warm_up_only() {
        Schedule lr = new WarmupCosine(0, 1, 0, 3, 3);

        assertThat(lr.at(2)).isEqualTo(2.0 / 3);
        assertThat(lr.at(3)).isEqualTo(1);
    }

    @Test
    void counts_epochs_in_steps() {
        assertThat(WarmupCosine.ofEpochs(0.8, 3.2, 0.032, 10, 600, 195))
                .isEqualTo(new WarmupCosine(0.8, 3.2, 0.032, 1950, 117_000));
    }

    @Test
    void refuses_a_warm_up_longer_than_the_run() {
        assertThatThrownBy(() -> new WarmupCosine(0, 1, 0, 11, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 steps")
                .hasMessageContaining("warm-up of 11");
    }

    @Test
    void a_constant_is_the_same_at_every_step() {
        assertThat(Schedule.constant(0.3).at(0)).isEqualTo(0.3);
        assertThat(Schedule.constant(0.3).at(1_000_000)).isEqualTo(0.3);
    }
}
