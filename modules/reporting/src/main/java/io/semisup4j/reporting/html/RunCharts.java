package io.semisup4j.reporting.html;

import io.semisup4j.reporting.format.Numbers;
import io.semisup4j.reporting.history.Point;
import io.semisup4j.reporting.history.RunCourse;
import io.semisup4j.reporting.history.StageCourse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The curves of one run: methods and baseline over each other where they share a scale, losses stage by stage. */
final class RunCharts {
    private static final String PROGRESS = "share of the stage in %";
    private static final String TOP1 = ".top1";
    private static final String LOSS = "loss";
    private static final String RATE = "lr";

    private final RunCourse course;
    private final Methods methods;
    private final Methods stages;

    RunCharts(RunCourse course, Methods methods, Methods stages) {
        this.course = course;
        this.methods = methods;
        this.stages = stages;
    }

    List<LineChart> all() {
        List<LineChart> charts = new ArrayList<>();
        add(charts, "Accuracy on the test pictures", PROGRESS, 100, Numbers::percent, accuracies());
        for (StageCourse stage : course.stages()) {
            add(
                    charts,
                    "Losses: " + stages.label(stage.stage()),
                    "epoch",
                    stage.epochs(),
                    Numbers::number,
                    ofStage(stage, RunCharts::isLoss));
        }
        add(charts, "Learning rate", PROGRESS, 100, Numbers::number, ofEach(stage -> stage.metrics()
                .get(RATE)));
        add(
                charts,
                "Throughput in images a second",
                PROGRESS,
                100,
                Numbers::number,
                ofEach(StageCourse::imagesPerSecond));
        for (StageCourse stage : course.stages()) {
            add(
                    charts,
                    "Other numbers: " + stages.label(stage.stage()),
                    "epoch",
                    stage.epochs(),
                    Numbers::number,
                    ofStage(stage, name -> !isLoss(name) && !name.equals(RATE)));
        }
        return charts;
    }

    private static void add(
            List<LineChart> charts,
            String title,
            String xLabel,
            double xEnd,
            java.util.function.DoubleFunction<String> format,
            List<Curve> curves) {
        if (curves.stream().anyMatch(curve -> !curve.points().isEmpty())) {
            charts.add(LineChart.of(title, xLabel, xEnd, format, curves));
        }
    }

    private static boolean isLoss(String metric) {
        return metric.endsWith(LOSS);
    }

    private List<Curve> accuracies() {
        List<Curve> curves = new ArrayList<>();
        for (StageCourse stage : course.stages()) {
            for (Map.Entry<String, List<Point>> measured : stage.measured().entrySet()) {
                if (measured.getKey().endsWith(TOP1)) {
                    String method = Methods.of(measured.getKey());
                    curves.add(new Curve(
                            methods.label(method), methods.style(method), progress(stage, measured.getValue())));
                }
            }
        }
        return curves;
    }

    private List<Curve> ofEach(Function<StageCourse, List<Point>> points) {
        List<Curve> curves = new ArrayList<>();
        for (StageCourse stage : course.stages()) {
            List<Point> found = points.apply(stage);
            if (found != null) {
                curves.add(new Curve(stages.label(stage.stage()), stages.style(stage.stage()), progress(stage, found)));
            }
        }
        return curves;
    }

    private List<Curve> ofStage(StageCourse stage, Predicate<String> wanted) {
        List<Curve> curves = new ArrayList<>();
        stage.metrics().forEach((name, points) -> {
            if (wanted.test(name)) {
                List<Point> epochs = points.stream()
                        .map(point -> point.at(point.x() / stage.stepsPerEpoch()))
                        .toList();
                curves.add(new Curve(name, LineStyle.of(curves.size()), epochs));
            }
        });
        return curves;
    }

    private static List<Point> progress(StageCourse stage, List<Point> points) {
        return points.stream()
                .map(point -> point.at(100 * point.x() / stage.totalSteps()))
                .toList();
    }
}
