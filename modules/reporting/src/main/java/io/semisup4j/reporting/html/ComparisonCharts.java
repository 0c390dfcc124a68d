package io.semisup4j.reporting.html;

import io.semisup4j.reporting.format.Numbers;
import io.semisup4j.reporting.history.Point;
import io.semisup4j.reporting.history.RecordedRun;
import io.semisup4j.reporting.history.StageCourse;
import io.semisup4j.reporting.reference.MetricReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/** The curves of several runs over each other: a chart for every accuracy, and for every stage its losses and its rate. */
final class ComparisonCharts {
    private final List<RecordedRun> runs;
    private final List<String> labels;
    private final MetricReference reference;
    private final Map<String, List<Curve>> accuracies = new LinkedHashMap<>();
    private final Map<String, List<Curve>> numbers = new LinkedHashMap<>();

    ComparisonCharts(List<RecordedRun> runs, List<String> labels, MetricReference reference) {
        this.runs = runs;
        this.labels = labels;
        this.reference = reference;
    }

    List<LineChart> all() {
        for (int i = 0; i < runs.size(); i++) {
            for (StageCourse stage : runs.get(i).course().stages()) {
                collect(stage, i);
            }
        }
        List<LineChart> charts = new ArrayList<>();
        draw(accuracies, Numbers::percent, charts);
        draw(numbers, Numbers::number, charts);
        return charts;
    }

    private void collect(StageCourse stage, int run) {
        stage.measured().forEach((name, points) -> {
            if (name.endsWith(".top1")) {
                add(accuracies, "Accuracy: " + reference.label(Methods.of(name)), stage, points, run);
            }
        });
        String of = reference.label(stage.stage()) + ": ";
        stage.metrics().forEach((name, points) -> {
            if (name.endsWith("loss") || name.equals("lr")) {
                add(numbers, of + name, stage, points, run);
            }
        });
        add(numbers, of + "images a second", stage, stage.imagesPerSecond(), run);
    }

    private void add(Map<String, List<Curve>> charts, String title, StageCourse stage, List<Point> points, int run) {
        List<Point> progress = points.stream()
                .map(point -> Point.of(100 * point.x() / stage.totalSteps(), point.mean()))
                .toList();
        if (!progress.isEmpty()) {
            charts.computeIfAbsent(title, key -> new ArrayList<>())
                    .add(new Curve(labels.get(run), LineStyle.of(run), progress));
        }
    }

    private static void draw(Map<String, List<Curve>> curves, DoubleFunction<String> format, List<LineChart> charts) {
        curves.forEach(
                (title, found) -> charts.add(LineChart.of(title, "share of the stage in %", 100, format, found)));
    }
}
