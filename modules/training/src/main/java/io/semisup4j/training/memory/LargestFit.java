package io.semisup4j.training.memory;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Finds the largest value of a setting that fits, where asking exactly is expensive. */
public final class LargestFit {
    /** How far the prediction may be off before the search is given up. */
    private static final int ATTEMPTS = 4;

    private static final double STEP = 0.95;

    private LargestFit() {}

    /**
     * Between {@code from} and {@code to}, which is the smaller.
     *
     * @param predicts whether a value fits, roughly and for nothing; where one fits, smaller ones do
     * @param suits whether it fits, exactly
     */
    public static OptionalInt of(int from, int to, IntPredicate predicts, IntPredicate suits) {
        int value = predicted(from, to, predicts);
        for (int attempt = 0; attempt < ATTEMPTS && value >= to; attempt++) {
            if (suits.test(value)) {
                return OptionalInt.of(value);
            }
            value = Math.min(value - 1, (int) (value * STEP));
        }
        return OptionalInt.empty();
    }

    /** The largest value that is predicted to fit, or one less than {@code to}; by halves, for a batch can be mistyped. */
    private static int predicted(int from, int to, IntPredicate predicts) {
        int fits = to - 1;
        int beyond = from + 1;
        while (beyond - fits > 1) {
            int middle = fits + (beyond - fits) / 2;
            if (predicts.test(middle)) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        return fits;
    }
}
