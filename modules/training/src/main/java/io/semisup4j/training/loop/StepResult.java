package io.semisup4j.training.loop;

import java.util.Map;

/**
 * What a step reports.
 *
 * @param metrics its numbers by stable name; {@code lr} is the learning rate
 * @param waitSeconds time it waited for data
 */
public record StepResult(Map<String, Double> metrics, double waitSeconds) {
    public StepResult {
        metrics = Map.copyOf(metrics);
    }

    /** Metrics of a step that does not wait for data. */
    public static StepResult of(Map<String, Double> metrics) {
        return new StepResult(metrics, 0);
    }
}
