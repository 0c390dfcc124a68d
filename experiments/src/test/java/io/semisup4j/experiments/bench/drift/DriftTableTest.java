package io.semisup4j.experiments.bench.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTableTest {
    @Test
    void has_every_seed_and_its_median_for_every_pair_and_every_step_of_every_seed() {
        assertThat(DriftTable.of(List.of(seed(1, 0.25, 0.5), seed(2, 0.75, 1.5)))
                        .lines())
                .containsExactly(
                        "| drift | seed | losses | parameters | largest |",
                        "|---|---|---|---|---|",
                        "| winograd | 1 | 2.5e-01 | 1.0e-01 | 2.0e-01 |",
                        "| winograd | 2 | 7.5e-01 | 1.0e-01 | 2.0e-01 |",
                        "| winograd | median | 5.0e-01 | 1.0e-01 | 2.0e-01 |",
                        "| peer | 1 | 5.0e-01 | 1.0e-01 | 2.0e-01 |",
                        "| peer | 2 | 1.5e+00 | 1.0e-01 | 2.0e-01 |",
                        "| peer | median | 1.0e+00 | 1.0e-01 | 2.0e-01 |",
                        "",
                        "| step of seed 1 | winograd | exact |",
                        "|---|---|---|",
                        "| 0 | 2.2500000 | 2.0000000 |",
                        "| 1 | -5.0000000 | -4.0000000 |",
                        "",
                        "| step of seed 2 | winograd | exact |",
                        "|---|---|---|",
                        "| 0 | 2.7500000 | 2.0000000 |",
                        "| 1 | -5.0000000 | -4.0000000 |");
    }

    @Test
    void medians_come_under_the_pairs_names() {
        assertThat(Drifts.medians(List.of(seed(1, 0.25, 0.5), seed(2, 0.5, 4), seed(3, 0.75, 1))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("winograd", new Drift(0.5, 0.1, 0.2), "peer", new Drift(1, 0.1, 0.2)));
    }

    private static SeedDrifts seed(int seed, double winograd, double peer) {
        Map<String, double[]> losses = new LinkedHashMap<>();
        losses.put("winograd", new double[] {2 + winograd, -5});
        losses.put("exact", new double[] {2, -4});
        Map<String, Drift> drifts = new LinkedHashMap<>();
        drifts.put("winograd", new Drift(winograd, 0.1, 0.2));
        drifts.put("peer", new Drift(peer, 0.1, 0.2));
        return new SeedDrifts(seed, losses, drifts);
    }
}
