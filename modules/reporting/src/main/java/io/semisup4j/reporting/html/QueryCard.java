package io.semisup4j.reporting.html;

import io.semisup4j.reporting.exhibit.Neighbours;
import io.semisup4j.reporting.exhibit.Picture;
import io.semisup4j.reporting.format.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A test picture with its soft label and its nearest labelled pictures.
 *
 * @param right whether the most probable class is the true one
 * @param bars the most probable classes, the true one in any case
 */
public record QueryCard(
        Picture picture, String truth, String predicted, boolean right, List<Bar> bars, List<Near> nearest) {
    private static final int BARS = 4;

    /**
     * A class of the soft label.
     *
     * @param width of the bar in percent
     * @param truth whether it is the true class
     */
    public record Bar(String name, String percent, String width, boolean truth) {}

    /** A labelled picture. */
    public record Near(Picture picture, String name, String similarity, boolean same) {}

    static List<QueryCard> of(Neighbours neighbours) {
        return neighbours.queries().stream()
                .map(query -> card(query, neighbours.classes()))
                .toList();
    }

    private static QueryCard card(Neighbours.Query query, List<String> classes) {
        List<Double> p = query.softLabel();
        List<Integer> order = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing((Integer c) -> p.get(c)).reversed())
                .toList();
        List<Bar> bars = IntStream.range(0, order.size())
                .filter(rank -> rank < BARS || order.get(rank) == query.truth())
                .mapToObj(order::get)
                .map(c -> new Bar(
                        classes.get(c), Numbers.percent(p.get(c)), SvgPath.text(100 * p.get(c)), c == query.truth()))
                .toList();
        List<Near> nearest = query.nearest().stream()
                .map(near -> new Near(
                        near.picture(),
                        classes.get(near.label()),
                        String.format(Locale.ROOT, "%.2f", near.similarity()),
                        near.label() == query.truth()))
                .toList();
        int predicted = order.get(0);
        return new QueryCard(
                query.picture(),
                classes.get(query.truth()),
                classes.get(predicted),
                predicted == query.truth(),
                bars,
                nearest);
    }
}
