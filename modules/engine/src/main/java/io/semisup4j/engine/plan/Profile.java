package io.semisup4j.engine.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Time by kind of operation, summed over the profiled runs of plans. */
public final class Profile {
    /**
     * What one kind of operation takes of a run.
     *
     * @param name with its kernel provider in brackets
     * @param millisecondsPerRun mean time in one run
     * @param callsPerRun how often one run calls it
     */
    public record Share(String name, double millisecondsPerRun, long callsPerRun) {}

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

    /** The kinds of operation, the most expensive first. */
    public List<Share> rows() {
        int divisor = Math.max(1, runs);
        return rows.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue().nanoseconds, a.getValue().nanoseconds))
                .map(entry -> new Share(
                        entry.getKey(), entry.getValue().nanoseconds / 1e6 / divisor, entry.getValue().calls / divisor))
                .toList();
    }

    /** A table, the most expensive kind first: milliseconds a run, share, calls a run. */
    @Override
    public String toString() {
        double total = millisecondsPerRun();
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%.2f ms a run, mean of %d runs%n", total, runs));
        for (Share row : rows()) {
            double share = 100 * row.millisecondsPerRun() / total;
            text.append(String.format(
                    Locale.ROOT,
                    "%9.2f ms %5.1f %% %6d x  %s%n",
                    row.millisecondsPerRun(),
                    share,
                    row.callsPerRun(),
                    row.name()));
        }
        return text.toString();
    }
}
