package io.semisup4j.reporting.html;

import io.semisup4j.reporting.exhibit.Embedding;
import io.semisup4j.reporting.format.Numbers;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An embedding as the page draws it, in a square of {@value #SIDE}.
 *
 * @param groups the dots of each class
 */
public record ScatterChart(String title, String description, String note, List<Group> groups) {
    private static final int SIDE = 400;
    private static final int MARGIN = 10;

    /**
     * The dots of a class.
     *
     * @param dots their places
     */
    public record Group(String name, LineStyle style, List<Tick> dots) {}

    static ScatterChart of(String title, Embedding embedding) {
        List<Embedding.Dot> dots = embedding.dots();
        double left = dots.stream().mapToDouble(Embedding.Dot::x).min().orElse(0);
        double bottom = dots.stream().mapToDouble(Embedding.Dot::y).min().orElse(0);
        double width = dots.stream().mapToDouble(Embedding.Dot::x).max().orElse(1) - left;
        double height = dots.stream().mapToDouble(Embedding.Dot::y).max().orElse(1) - bottom;
        double scale = (SIDE - 2 * MARGIN) / Math.max(1e-12, Math.max(width, height));
        double x0 = (SIDE - width * scale) / 2;
        double y0 = (SIDE + height * scale) / 2;
        List<Group> groups = dots.stream()
                .collect(Collectors.groupingBy(Embedding.Dot::label, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Group(
                        embedding.classes().get(entry.getKey()),
                        LineStyle.of(entry.getKey()),
                        entry.getValue().stream()
                                .map(dot -> new Tick(
                                        SvgPath.text(x0 + (dot.x() - left) * scale),
                                        SvgPath.text(y0 - (dot.y() - bottom) * scale)))
                                .toList()))
                .toList();
        String description = title + ": " + dots.size() + " test pictures of " + groups.size()
                + " classes in two dimensions, a dot for each, coloured by true class.";
        String note = embedding.method() + ", holding " + Numbers.percent(embedding.explained()) + " of the variance";
        return new ScatterChart(title, description, note, groups);
    }
}
