package io.semisup4j.reporting.console;

import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import java.time.Duration;

/** How fast a stage goes and when it will be done: a running mean of about the last 20 steps. */
final class Pace {
    private static final double WEIGHT_OF_NEWEST = 0.05;

    private final StageStart stage;
    private double secondsPerStep;
    private int steps;
    private long stepsDone;

    Pace(StageStart stage) {
        this.stage = stage;
        this.stepsDone = stage.firstStep();
    }

    void add(StepEvent event) {
        // The first step compiles plans and fills the loader; it says little about the next ones.
        boolean fresh = steps < 2;
        secondsPerStep =
                fresh ? event.seconds() : secondsPerStep + WEIGHT_OF_NEWEST * (event.seconds() - secondsPerStep);
        steps++;
        stepsDone = event.step() + 1;
    }

    /** Images that are read in a second; 0 before the first step. */
    double imagesPerSecond() {
        return secondsPerStep > 0 ? stage.imagesPerStep() / secondsPerStep : 0;
    }

    /** Time to the end of the stage at the present pace. */
    Duration remaining() {
        return Duration.ofMillis(Math.round(1000 * secondsPerStep * (stage.totalSteps() - stepsDone)));
    }
}
