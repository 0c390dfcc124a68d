package io.semisup4j.reporting.console;

import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How fast a stage goes and when it will be done: a running mean of about the last 20 steps, and for the end also the
 * mean time between steps, in which accuracy is measured and state is saved.
 */
final class Pace {
    private static final double WEIGHT_OF_NEWEST = 0.05;
    private static final double NANOS = 1e9;

    private final StageStart stage;
    private final InstantSource clock;
    private Instant last;
    private double secondsBetween;
    private double secondsPerStep;
    private int steps;
    private long stepsDone;

    Pace(StageStart stage, InstantSource clock) {
        this.stage = stage;
        this.clock = clock;
        this.last = clock.instant();
        this.stepsDone = stage.firstStep();
    }

    void add(StepEvent event) {
        // The first step compiles plans and fills the loader; it says little about the next ones.
        boolean fresh = steps < 2;
        secondsPerStep =
                fresh ? event.seconds() : secondsPerStep + WEIGHT_OF_NEWEST * (event.seconds() - secondsPerStep);
        Instant now = clock.instant();
        double sinceLast = Duration.between(last, now).toNanos() / NANOS;
        secondsBetween += steps == 0 ? 0 : Math.max(0, sinceLast - event.seconds());
        last = now;
        steps++;
        stepsDone = event.step() + 1;
    }

    /** Images that are read in a second; 0 before the first step. */
    double imagesPerSecond() {
        return secondsPerStep > 0 ? stage.imagesPerStep() / secondsPerStep : 0;
    }

    /** Time to the end of the stage at the present pace. */
    Duration remaining() {
        double each = secondsPerStep + secondsBetween / Math.max(1, steps);
        return Duration.ofMillis(Math.round(1000 * each * (stage.totalSteps() - stepsDone)));
    }
}
