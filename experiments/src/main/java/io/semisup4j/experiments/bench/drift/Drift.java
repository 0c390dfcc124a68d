package io.semisup4j.experiments.bench.drift;

import io.semisup4j.experiments.bench.figures.Median;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far two trainings went apart that began alike.
 *
 * @param losses the largest difference of a step's losses, relative to the larger of 1 and the loss's magnitude
 * @param parameters norm of the difference of the final parameters, as a part of their norm
 * @param largest the largest difference of a final parameter, as a part of the largest magnitude
 */
record Drift(double losses, double parameters, double largest) {

    /** Relative to the second; NaN wherever one of them is NaN. */
    static Drift between(Trajectory one, Trajectory reference) {
        double losses = 0;
        for (int i = 0; i < one.losses().length; i++) {
            losses = Math.max(losses, relative(one.losses()[i], reference.losses()[i]));
        }
        double square = 0;
        double squares = 0;
        double largest = 0;
        double magnitude = 0;
        for (int i = 0; i < one.parameters().length; i++) {
            double expected = reference.parameters()[i];
            double difference = one.parameters()[i] - expected;
            square += difference * difference;
            squares += expected * expected;
            largest = Math.max(largest, Math.abs(difference));
            magnitude = Math.max(magnitude, Math.abs(expected));
        }
        return new Drift(losses, Math.sqrt(square / squares), largest / magnitude);
    }

    /** The loss of PAWS goes through zero, where a difference relative to it alone would mean nothing. */
    private static double relative(double loss, double expected) {
        return Math.abs(loss - expected) / Math.max(1, Math.abs(expected));
    }

    /** Each figure's median over some drifts of the same pair; NaN wherever one of them is NaN. */
    static Drift median(Collection<Drift> drifts) {
        return new Drift(
                Median.of(drifts, Drift::losses),
                Median.of(drifts, Drift::parameters),
                Median.of(drifts, Drift::largest));
    }

    /** Metrics under a name. */
    Map<String, Double> metrics(String name) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(name + ".losses", losses);
        metrics.put(name + ".parameters", parameters);
        metrics.put(name + ".largest", largest);
        return metrics;
    }
}
