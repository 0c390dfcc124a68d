package io.semisup4j.experiments.bench.process;

/**
 * One run of a step.
 *
 * @param wallSeconds what a clock on the wall shows
 * @param cpuSeconds of all threads of the process, which other programs on the machine hardly change
 * @param loss before the update
 */
public record StepTime(double wallSeconds, double cpuSeconds, double loss) {}
