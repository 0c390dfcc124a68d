package io.semisup4j.reporting.html;

import io.semisup4j.reporting.exhibit.Confusion;
import io.semisup4j.reporting.format.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A confusion matrix as the page shows it: whole if it is small, and its worst pairs.
 *
 * @param classes names of the columns; empty if there are too many for a table
 * @param pairs the most frequent mistakes, the worst first
 */
public record ConfusionTable(String title, List<String> classes, List<Row> rows, List<Pair> pairs) {
    private static final int LARGEST = 25;
    private static final int PAIRS = 6;

    /** A true class. */
    public record Row(String name, List<Cell> cells) {}

    /**
     * How often a true class is taken for a class.
     *
     * @param percent of the true class, rounded
     * @param heat strength of the cell's colour, 0 to 100
     * @param strong whether the colour is so strong that the text must be light
     */
    public record Cell(String percent, int count, int heat, boolean right, boolean strong) {}

    /** A mistake. */
    public record Pair(String truth, String taken, int count, String share) {}

    static ConfusionTable of(String title, Confusion confusion) {
        List<Row> rows = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        for (int truth = 0; truth < confusion.counts().size(); truth++) {
            List<Integer> counts = confusion.counts().get(truth);
            int sum = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
            List<Cell> cells = new ArrayList<>();
            for (int taken = 0; taken < counts.size(); taken++) {
                int count = counts.get(taken);
                int heat = Math.round(100f * count / sum);
                cells.add(new Cell(String.valueOf(heat), count, heat, truth == taken, heat > 55));
                if (taken != truth && count > 0) {
                    pairs.add(new Pair(
                            confusion.classes().get(truth),
                            confusion.classes().get(taken),
                            count,
                            Numbers.percent(count / (double) sum)));
                }
            }
            rows.add(new Row(confusion.classes().get(truth), cells));
        }
        pairs.sort(Comparator.comparingInt(Pair::count).reversed());
        boolean whole = rows.size() <= LARGEST;
        return new ConfusionTable(
                title,
                whole ? confusion.classes() : List.of(),
                whole ? rows : List.of(),
                pairs.subList(0, Math.min(PAIRS, pairs.size())));
    }
}
