package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.figures.Median;
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
        return 1000 * Median.of(times, StepTime::wallSeconds);
    }

    /** Mean milliseconds of processor time over all threads; the system counts them too coarsely for a median. */
    double cpuMilliseconds() {
        return 1000 * times.stream().mapToDouble(StepTime::cpuSeconds).average().orElseThrow();
    }
}
