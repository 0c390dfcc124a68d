package io.semisup4j.training.optimiser;

import java.util.HashMap;
import java.util.Map;

/**
 * The factors by which LARS scaled the learning rates in one step, over the tensors that were adapted.
 *
 * @param count tensors that were adapted; where 0, the other numbers are 0
 * @param mean mean factor
 * @param min smallest factor
 * @param max largest factor
 */
public record AdaptedRates(int count, double mean, double min, double max) {
    /** Nothing was adapted. */
    public static final AdaptedRates NONE = new AdaptedRates(0, 0, 0, 0);

    /** The numbers of a step and, under {@code lars.mean}, {@code lars.min} and {@code lars.max}, these factors. */
    public Map<String, Double> beside(Map<String, Double> numbers) {
        Map<String, Double> all = new HashMap<>(numbers);
        all.put("lars.mean", mean);
        all.put("lars.min", min);
        all.put("lars.max", max);
        return all;
    }

    /** These factors and one more. */
    AdaptedRates and(double rate) {
        return count == 0
                ? new AdaptedRates(1, rate, rate, rate)
                : new AdaptedRates(
                        count + 1, mean + (rate - mean) / (count + 1), Math.min(min, rate), Math.max(max, rate));
    }
}
