package io.semisup4j.reporting.exhibit;

import io.semisup4j.engine.plan.Profile;
import java.util.List;

/**
 * Where the time of a training step goes.
 *
 * @param runs steps that were measured
 * @param milliseconds mean time of one, the sum of all rows
 * @param rows the most expensive kind of operation first
 */
public record Timing(int runs, double milliseconds, List<Row> rows) implements Exhibit {
    public Timing {
        rows = List.copyOf(rows);
    }

    /**
     * A kind of operation.
     *
     * @param name with its kernel provider in brackets
     * @param milliseconds in one step
     * @param calls in one step
     */
    public record Row(String name, double milliseconds, long calls) {}

    /** What a profile holds by now. */
    public static Timing of(Profile profile) {
        return new Timing(
                profile.runs(),
                profile.millisecondsPerRun(),
                profile.rows().stream()
                        .map(row -> new Row(row.name(), row.millisecondsPerRun(), row.callsPerRun()))
                        .toList());
    }
}
