package io.semisup4j.experiments.bench.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Drifts, and the losses that they come from, as Markdown. */
final class DriftTable {
    private DriftTable() {}

    /** A line for every drift, then a line for every step with the losses side by side. */
    static String of(Map<String, Trajectory> trajectories, Map<String, Drift> drifts) {
        List<String> lines = new ArrayList<>();
        head(lines, "drift", "losses", "parameters", "largest");
        drifts.forEach((name, drift) -> lines.add(String.format(
                Locale.ROOT,
                "| %s | %.1e | %.1e | %.1e |",
                name,
                drift.losses(),
                drift.parameters(),
                drift.largest())));
        lines.add("");
        head(lines, "step", trajectories.keySet().toArray(String[]::new));
        int steps = trajectories.values().iterator().next().losses().length;
        for (int i = 0; i < steps; i++) {
            int step = i;
            lines.add("| " + step
                    + trajectories.values().stream()
                            .map(one -> String.format(Locale.ROOT, " | %.7f", one.losses()[step]))
                            .collect(Collectors.joining())
                    + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private static void head(List<String> lines, String first, String... others) {
        lines.add("| " + first + " | " + String.join(" | ", others) + " |");
        lines.add("|---|" + "---|".repeat(others.length));
    }
}
