package io.semisup4j.experiments.bench.figures;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of some numbers. */
public final class Median {
    private Median() {}

    /**
     * The middle of one figure of each, or the mean of the two in the middle; NaN wherever one of them is NaN.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <T> double of(Collection<T> all, ToDoubleFunction<T> figure) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a median needs at least one number, but there is none");
        }
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        if (Double.isNaN(sorted[sorted.length - 1])) { // sorted behind all numbers
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
