package io.semisup4j.experiments.bench.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
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
    void the_table_has_every_drift_and_every_step() {
        Map<String, Trajectory> trajectories = new LinkedHashMap<>();
        trajectories.put("winograd", other);
        trajectories.put("exact", reference);

        assertThat(DriftTable.of(trajectories, Map.of("winograd", Drift.between(other, reference)))
                        .lines())
                .containsExactly(
                        "| drift | losses | parameters | largest |",
                        "|---|---|---|---|",
                        "| winograd | 2.5e-01 | 1.0e-01 | 1.3e-01 |",
                        "",
                        "| step | winograd | exact |",
                        "|---|---|---|",
                        "| 0 | 2.5000000 | 2.0000000 |",
                        "| 1 | -5.0000000 | -4.0000000 |");
    }

    private static Trajectory trajectory(double[] losses, float... parameters) {
        return new Trajectory(losses, parameters, new float[0]);
    }
}
