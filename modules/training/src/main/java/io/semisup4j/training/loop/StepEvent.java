package io.semisup4j.training.loop;

import java.util.Map;

/**
 * One optimiser step that is done.
 *
 * @param stage the stage's name
 * @param step the step's number, from 0
 * @param epoch the epoch it belongs to, from 0
 * @param metrics its numbers by stable name, for example {@code ploss}, {@code rloss}, {@code lr}
 * @param seconds wall time of the step, waiting for data included
 * @param waitSeconds the part of it spent waiting for data
 */
public record StepEvent(
        String stage, long step, int epoch, Map<String, Double> metrics, double seconds, double waitSeconds) {
    public StepEvent {
        metrics = Map.copyOf(metrics);
    }
}
