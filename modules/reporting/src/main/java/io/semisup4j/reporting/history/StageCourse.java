package io.semisup4j.reporting.history;

import java.util.List;
import java.util.Map;

/**
 * The course of one stage; curves are over the number of steps done.
 *
 * @param stage its name
 * @param totalSteps steps that it has when complete
 * @param stepsPerEpoch steps of an epoch
 * @param stepsDone steps done so far
 * @param seconds time of these steps, without evaluation and saving
 * @param waitSeconds the part of it spent waiting for data
 * @param images pictures (views, supports included) read in these steps
 * @param metrics curves of the step metrics by name
 * @param imagesPerSecond curve of the throughput
 * @param measured curves of what was measured between steps by name
 */
public record StageCourse(
        String stage,
        long totalSteps,
        long stepsPerEpoch,
        long stepsDone,
        double seconds,
        double waitSeconds,
        long images,
        Map<String, List<Point>> metrics,
        List<Point> imagesPerSecond,
        Map<String, List<Point>> measured) {

    /** Whether the last step is done. */
    public boolean complete() {
        return stepsDone >= totalSteps;
    }

    /** Epochs of the whole stage, a last shorter one included. */
    public long epochs() {
        return (totalSteps + stepsPerEpoch - 1) / stepsPerEpoch;
    }

    /** Share of the stage that is done, 0 to 1. */
    public double share() {
        return totalSteps > 0 ? Math.min(1, stepsDone / (double) totalSteps) : 0;
    }
}
