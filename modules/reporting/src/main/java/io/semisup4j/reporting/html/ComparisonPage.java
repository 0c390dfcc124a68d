package io.semisup4j.reporting.html;

import io.semisup4j.reporting.history.ConfigValue;
import io.semisup4j.reporting.history.RecordedRun;
import io.semisup4j.reporting.reference.MetricReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several runs on one page.
 *
 * @param metrics final numbers, a column for each run
 * @param config values in which the runs differ
 * @param versions versions and machines in which they differ
 */
public record ComparisonPage(
        String made,
        List<RunHead> runs,
        List<MetricComparison> metrics,
        List<LineChart> charts,
        List<TextRow> config,
        List<TextRow> versions) {
    private static final String ABSENT = "\u2013";

    /** A run. */
    public record RunHead(String label, LineStyle style, String experiment, String folder, boolean complete) {}

    /** A key with its value in each run. */
    public record TextRow(String key, List<String> values) {}

    static ComparisonPage of(List<RecordedRun> runs, MetricReference reference, String made) {
        List<String> labels = labels(runs);
        List<RunHead> heads = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            RecordedRun run = runs.get(i);
            heads.add(new RunHead(
                    labels.get(i),
                    LineStyle.of(i),
                    run.experiment(),
                    run.folder().toString(),
                    run.result().isPresent()));
        }
        return new ComparisonPage(
                made,
                heads,
                MetricComparison.of(runs, reference),
                new ComparisonCharts(runs, labels, reference).all(),
                differing(runs, ComparisonPage::config),
                differing(runs, RecordedRun::versions));
    }

    /** The shortest ends of the folders' paths that tell them apart. */
    private static List<String> labels(List<RecordedRun> runs) {
        int longest =
                runs.stream().mapToInt(run -> run.folder().getNameCount()).max().orElse(1);
        for (int names = 1; names < longest; names++) {
            int kept = names;
            List<String> labels = runs.stream().map(run -> end(run, kept)).toList();
            if (labels.stream().distinct().count() == labels.size()) {
                return labels;
            }
        }
        return runs.stream().map(run -> run.folder().toString()).toList();
    }

    private static String end(RecordedRun run, int names) {
        int count = run.folder().getNameCount();
        return run.folder().subpath(Math.max(0, count - names), count).toString();
    }

    private static Map<String, String> config(RecordedRun run) {
        return run.config().values().stream()
                .collect(Collectors.toMap(
                        ConfigValue::path, ConfigValue::value, (first, second) -> second, LinkedHashMap::new));
    }

    private static List<TextRow> differing(List<RecordedRun> runs, Function<RecordedRun, Map<String, String>> values) {
        List<Map<String, String>> columns = runs.stream().map(values).toList();
        Set<String> keys = columns.stream()
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return keys.stream()
                .map(key -> new TextRow(
                        key,
                        columns.stream()
                                .map(column -> column.getOrDefault(key, ABSENT))
                                .toList()))
                .filter(row -> row.values().stream().distinct().count() > 1)
                .toList();
    }
}
