package io.semisup4j.experiments.launch;

import java.util.Map;

/**
 * How an experiment ended.
 *
 * @param complete whether it ran to its end; false if it stopped, with its state saved, because it was asked to
 * @param metrics final numbers by stable name, for example {@code paws.softnn.top1}; accuracies are fractions
 */
public record Outcome(boolean complete, Map<String, Double> metrics) {
    public Outcome {
        metrics = Map.copyOf(metrics);
    }

    /** The experiment ran to its end with these final metrics. */
    public static Outcome complete(Map<String, Double> metrics) {
        return new Outcome(true, metrics);
    }

    /** The experiment was asked to stop, and can be continued. */
    public static Outcome stopped() {
        return new Outcome(false, Map.of());
    }
}
