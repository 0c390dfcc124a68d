package io.semisup4j.experiments.bench.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
    private final Trajectory reference = trajectory(new double[] {2, -4}, 3, -4);
    private final Trajectory other = trajectory(new double[] {2.5, -5}, 3, -4.5f);

    @Test
    void the_same_training_does_not_drift() {
        assertThat(Drift.between(reference, reference)).isEqualTo(new Drift(0, 0, 0));
    }

    @Test
    void differences_are_relative_to_the_second() {
        Drift drift = Drift.between(other, reference);

        assertThat(drift.losses()).isCloseTo(0.25, within(1e-12));
        assertThat(drift.parameters()).isCloseTo(0.1, within(1e-12));
        assertThat(drift.largest()).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void losses_near_zero_differ_by_their_difference() {
        Trajectory zero = trajectory(new double[] {0}, 1);

        assertThat(Drift.between(trajectory(new double[] {-0.25}, 1), zero).losses())
                .isCloseTo(0.25, within(1e-12));
    }

    @Test
    void what_is_no_number_cannot_look_like_no_drift() {
        Trajectory broken = trajectory(new double[] {2, Double.NaN}, Float.NaN, -4);

        Drift drift = Drift.between(broken, reference);

        assertThat(drift.losses()).isNaN();
        assertThat(drift.parameters()).isNaN();
        assertThat(drift.largest()).isNaN();
    }

    @Test
    void a_median_is_taken_figure_by_figure() {
        Drift median = Drift.median(List.of(new Drift(1, 20, 300), new Drift(3, 10, 200), new Drift(2, 30, 100)));

        assertThat(median).isEqualTo(new Drift(2, 20, 200));
    }

    @Test
    void a_median_over_seeds_one_of_which_broke_is_no_number() {
        Drift median = Drift.median(List.of(new Drift(1, 1, 1), new Drift(Double.NaN, 2, 2), new Drift(3, 3, 3)));

        assertThat(median).isEqualTo(new Drift(Double.NaN, 2, 2));
    }

    private static Trajectory trajectory(double[] losses, float... parameters) {
        return new Trajectory(losses, parameters, new float[0]);
    }
}
