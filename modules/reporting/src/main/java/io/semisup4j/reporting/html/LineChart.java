package io.semisup4j.reporting.html;

import io.semisup4j.reporting.format.Numbers;
import io.semisup4j.reporting.history.Point;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart as the page draws it, in a box of {@value #WIDTH} x {@value #HEIGHT} whose plot leaves room for ticks.
 *
 * @param description what a person hears who does not see it
 */
public record LineChart(
        String title, String description, String xLabel, List<Tick> xTicks, List<Tick> yTicks, List<Line> lines) {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 264;
    private static final int LEFT = 56;
    private static final int RIGHT = WIDTH - 14;
    private static final int TOP = 12;
    private static final int BOTTOM = HEIGHT - 42;
    private static final int X_TICKS = 5;
    private static final int Y_TICKS = 5;
    private static final int FEW = 40;

    /**
     * A line.
     *
     * @param path the mean
     * @param band the range around it; empty if there is none
     * @param dots places of the points where these are few
     */
    public record Line(String label, LineStyle style, String last, String path, String band, List<Tick> dots) {}

    /**
     * Draws.
     *
     * @param xEnd right end of the x axis, which begins at 0
     * @param yFormat of the values
     * @param curves at least one with a point
     */
    static LineChart of(String title, String xLabel, double xEnd, DoubleFunction<String> yFormat, List<Curve> curves) {
        Axis x = Axis.exactly(0, xEnd, X_TICKS);
        DoubleSummaryStatistics means = points(curves).mapToDouble(Point::mean).summaryStatistics();
        Axis y = Axis.around(means.getMin(), means.getMax(), Y_TICKS);
        return new LineChart(
                title,
                description(title, yFormat, curves),
                xLabel,
                x.placed(LEFT, RIGHT, Numbers::number),
                y.placed(BOTTOM, TOP, value -> yFormat.apply(value).replace(".0 %", " %")),
                curves.stream().map(curve -> line(curve, x, y, yFormat)).toList());
    }

    private static Stream<Point> points(List<Curve> curves) {
        return curves.stream().flatMap(curve -> curve.points().stream());
    }

    private static Line line(Curve curve, Axis x, Axis y, DoubleFunction<String> format) {
        SvgPath path = new SvgPath();
        curve.points().forEach(point -> path.to(x.place(point.x(), LEFT, RIGHT), height(point.mean(), y)));
        List<Tick> dots = curve.points().size() > FEW
                ? List.of()
                : curve.points().stream()
                        .map(point -> new Tick(
                                SvgPath.text(x.place(point.x(), LEFT, RIGHT)), SvgPath.text(height(point.mean(), y))))
                        .toList();
        String last = curve.points().isEmpty()
                ? ""
                : format.apply(curve.points().get(curve.points().size() - 1).mean());
        return new Line(curve.label(), curve.style(), last, path.toString(), band(curve, x, y), dots);
    }

    private static String band(Curve curve, Axis x, Axis y) {
        List<Point> points = curve.points();
        if (points.stream().allMatch(point -> point.low() == point.high())) {
            return "";
        }
        SvgPath path = new SvgPath();
        points.forEach(point -> path.to(x.place(point.x(), LEFT, RIGHT), height(point.high(), y)));
        for (int i = points.size() - 1; i >= 0; i--) {
            path.to(
                    x.place(points.get(i).x(), LEFT, RIGHT),
                    height(points.get(i).low(), y));
        }
        return path.close().toString();
    }

    /** Ranges may leave the plot, whose axis is made for the means; they end at its border. */
    private static double height(double value, Axis y) {
        return Math.max(TOP, Math.min(BOTTOM, y.place(value, BOTTOM, TOP)));
    }

    private static String description(String title, DoubleFunction<String> format, List<Curve> curves) {
        return curves.stream()
                .filter(curve -> !curve.points().isEmpty())
                .map(curve -> curve.label() + " from "
                        + format.apply(curve.points().get(0).mean()) + " to "
                        + format.apply(
                                curve.points().get(curve.points().size() - 1).mean()))
                .collect(Collectors.joining("; ", title + ": ", "."));
    }
}
