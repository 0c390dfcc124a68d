package io.semisup4j.experiments.bench.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Drifts of every seed, and the losses that they come from, as Markdown. */
final class DriftTable {
    private DriftTable() {}

    /** For every pair a line for each seed and one of medians; then for every seed the losses side by side. */
    static String of(List<SeedDrifts> seeds) {
        List<String> lines = new ArrayList<>();
        head(lines, "drift", "seed", "losses", "parameters", "largest");
        Drifts.medians(seeds).forEach((pair, median) -> {
            seeds.forEach(
                    seed -> lines.add(line(pair, seed.seed(), seed.drifts().get(pair))));
            lines.add(line(pair, "median", median));
        });
        seeds.forEach(seed -> losses(lines, seed));
        return String.join("\n", lines) + "\n";
    }

    private static String line(String pair, Object seed, Drift drift) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1e | %.1e | %.1e |",
                pair,
                seed,
                drift.losses(),
                drift.parameters(),
                drift.largest());
    }

    private static void losses(List<String> lines, SeedDrifts seed) {
        Map<String, double[]> ways = seed.losses();
        lines.add("");
        head(lines, "step of seed " + seed.seed(), ways.keySet().toArray(String[]::new));
        int steps = ways.values().iterator().next().length;
        for (int i = 0; i < steps; i++) {
            int step = i;
            lines.add("| " + step
                    + ways.values().stream()
                            .map(losses -> String.format(Locale.ROOT, " | %.7f", losses[step]))
                            .collect(Collectors.joining())
                    + " |");
        }
    }

    private static void head(List<String> lines, String first, String... others) {
        lines.add("| " + first + " | " + String.join(" | ", others) + " |");
        lines.add("|---|" + "---|".repeat(others.length));
    }
}
