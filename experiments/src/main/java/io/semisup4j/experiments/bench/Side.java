package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.process.StepTime;
import java.util.List;

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
        double[] sorted =
                times.stream().mapToDouble(StepTime::wallSeconds).sorted().toArray();
        int middle = sorted.length / 2;
        return 1000 * (sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** Mean milliseconds of processor time over all threads; the system counts them too coarsely for a median. */
    double cpuMilliseconds() {
        return 1000 * times.stream().mapToDouble(StepTime::cpuSeconds).average().orElseThrow();
    }
}
