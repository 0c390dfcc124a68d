package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.process.StepTime;
import java.util.Arrays;
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
        return 1000 * median(times.stream().mapToDouble(StepTime::wallSeconds).toArray());
    }

    /** The middle of some numbers. */
    static double median(double[] numbers) {
        double[] sorted = Arrays.stream(numbers).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Mean milliseconds of processor time over all threads; the system counts them too coarsely for a median. */
    double cpuMilliseconds() {
        return 1000 * times.stream().mapToDouble(StepTime::cpuSeconds).average().orElseThrow();
    }
}
