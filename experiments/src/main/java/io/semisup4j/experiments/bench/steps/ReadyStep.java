package io.semisup4j.experiments.bench.steps;

import io.semisup4j.training.net.TrainingPlan;
import java.util.function.DoubleSupplier;

/**
 * A step that can be run again and again.
 *
 * @param plan forward and backward pass
 * @param optimiser of the step, which tells how long it took
 * @param step runs one whole step and gives its loss before the update
 */
public record ReadyStep(TrainingPlan plan, TimedOptimiser optimiser, DoubleSupplier step) {

    /** One step; its loss before the update. */
    public double run() {
        return step.getAsDouble();
    }
}
