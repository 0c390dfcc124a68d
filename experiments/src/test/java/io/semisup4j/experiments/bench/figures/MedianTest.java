package io.semisup4j.experiments.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void is_the_number_in_the_middle_or_the_mean_of_two() {
        assertThat(median(3, 100, 1)).isEqualTo(3);
        assertThat(median(4, 1, 100, 3)).isEqualTo(3.5);
    }

    @Test
    void what_is_no_number_does_not_vanish_behind_the_others() {
        assertThat(median(1, Double.NaN, 2)).isNaN();
    }

    @Test
    void of_nothing_there_is_none() {
        assertThatThrownBy(() -> median())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
    }

    private static double median(double... numbers) {
        return Median.of(Arrays.stream(numbers).boxed().toList(), number -> number);
    }
}
