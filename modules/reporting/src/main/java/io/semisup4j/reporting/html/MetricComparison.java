package io.semisup4j.reporting.html;

import io.semisup4j.reporting.format.Numbers;
import io.semisup4j.reporting.history.RecordedRun;
import io.semisup4j.reporting.reference.MetricEntry;
import io.semisup4j.reporting.reference.MetricReference;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A metric in each run.
 *
 * @param meaning empty if nobody has described it
 */
public record MetricComparison(String name, String meaning, List<Cell> cells) {
    private static final String FRACTION = "fraction";

    /**
     * Its value in a run.
     *
     * @param best whether it is an accuracy that no other run exceeds
     */
    public record Cell(String value, boolean best) {}

    static List<MetricComparison> of(List<RecordedRun> runs, MetricReference reference) {
        List<Map<String, Double>> columns =
                runs.stream().map(RecordedRun::metrics).toList();
        return columns.stream()
                .flatMap(column -> column.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(name -> row(name, columns, reference))
                .toList();
    }

    private static MetricComparison row(String name, List<Map<String, Double>> columns, MetricReference reference) {
        boolean accuracy = reference
                .metric(name)
                .map(entry -> entry.unit().equals(FRACTION))
                .orElse(false);
        double best = columns.stream()
                .filter(column -> column.containsKey(name))
                .mapToDouble(column -> column.get(name))
                .max()
                .orElse(0);
        List<Cell> cells = columns.stream()
                .map(column -> column.get(name))
                .map(value -> value == null
                        ? new Cell("\u2013", false)
                        : new Cell(
                                accuracy ? Numbers.percent(value) : Numbers.number(value), accuracy && value >= best))
                .toList();
        return new MetricComparison(
                name, reference.metric(name).map(MetricEntry::meaning).orElse(""), cells);
    }
}
