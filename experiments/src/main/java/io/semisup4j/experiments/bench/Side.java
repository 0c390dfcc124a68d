package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.process.StepTime;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of one program.
 *
 * @param first steps of the warm-up
 * @param times steps that count
 * @param megabytes largest resident memory
 */
record Side(List<StepTime> first, List<StepTime> times, double megabytes) {

    /** Median milliseconds by the clock. */
    double milliseconds() {
        return median(StepTime::wallSeconds);
    }

    /** Median milliseconds of processor time over all threads. */
    double cpuMilliseconds() {
        return median(StepTime::cpuSeconds);
    }

    private double median(ToDoubleFunction<StepTime> seconds) {
        double[] sorted = times.stream().mapToDouble(seconds).sorted().toArray();
        int middle = sorted.length / 2;
        return 1000 * (sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
