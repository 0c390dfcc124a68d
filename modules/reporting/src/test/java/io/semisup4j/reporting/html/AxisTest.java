package io.semisup4j.reporting.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void ticks_are_round_and_enclose_the_values() {
        Axis axis = Axis.around(0.31, 0.545, 5);
        assertThat(axis.low()).isBetween(0.299, 0.301);
        assertThat(axis.high()).isBetween(0.549, 0.551);
        assertThat(Axis.exactly(0, 35, 5).ticks()).containsExactly(0.0, 10.0, 20.0, 30.0);
    }

    @Test
    void a_single_value_has_an_axis_around_it() {
        assertThat(Axis.around(0, 0, 5))
                .satisfies(axis -> assertThat(axis.low()).isLessThan(0));
        assertThat(Axis.around(5, 5, 5).high()).isGreaterThan(5);
    }

    @RepeatedTest(50)
    void any_values_get_few_ticks_that_enclose_them(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double from = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 6);
        double to = from + random.nextDouble() * Math.pow(10, random.nextInt(12) - 6) + 1e-6;
        Axis axis = Axis.around(from, to, 5);
        assertThat(axis.ticks()).hasSizeBetween(2, 9);
        assertThat(axis.low()).isLessThanOrEqualTo(from + (to - from) * 1e-6);
        assertThat(axis.high()).isGreaterThanOrEqualTo(to - (to - from) * 1e-6);
    }
}
