package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** What is remembered of a switch that nobody set is what its owner takes it for. */
class NumericSwitchesTest {

    @Test
    void a_switch_that_is_left_out_has_the_value_that_the_kernels_give_it() throws ReflectiveOperationException {
        // By name: no other module may know the kernels of one provider.
        Class<?> winograd = Class.forName("io.semisup4j.onednn.Winograd");
        Field products = winograd.getDeclaredField("LEAST_PRODUCTS");
        Field name = winograd.getDeclaredField("PRODUCTS");
        products.setAccessible(true);
        name.setAccessible(true);

        assertThat(NumericSwitches.now())
                .containsEntry("switch." + name.get(null), String.valueOf(products.getLong(null)));
    }
}
