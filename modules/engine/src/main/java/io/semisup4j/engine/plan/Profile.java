package io.semisup4j.engine.plan;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Time by kind of operation, summed over the profiled runs of plans. */
public final class Profile {
    private static final class Row {
        private long nanoseconds;
        private long calls;
    }

    private final Map<String, Row> rows = new TreeMap<>();
    private int runs;

    void add(String name, long nanoseconds) {
        Row row = rows.computeIfAbsent(name, key -> new Row());
        row.nanoseconds += nanoseconds;
        row.calls++;
    }

    void endRun() {
        runs++;
    }

    /** Profiled runs so far. */
    public int runs() {
        return runs;
    }

    /** Mean milliseconds of one run. */
    public double millisecondsPerRun() {
        return rows.values().stream().mapToLong(row -> row.nanoseconds).sum() / 1e6 / Math.max(1, runs);
    }

    /** A table, the most expensive kind first: milliseconds a run, share, calls a run. */
    @Override
    public String toString() {
        double total = millisecondsPerRun();
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%.2f ms a run, mean of %d runs%n", total, runs));
        rows.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue().nanoseconds, a.getValue().nanoseconds))
                .forEach(entry -> {
                    double milliseconds = entry.getValue().nanoseconds / 1e6 / Math.max(1, runs);
                    text.append(String.format(
                            Locale.ROOT,
                            "%9.2f ms %5.1f %% %6d x  %s%n",
                            milliseconds,
                            100 * milliseconds / total,
                            entry.getValue().calls / Math.max(1, runs),
                            entry.getKey()));
                });
        return text.toString();
    }
}
