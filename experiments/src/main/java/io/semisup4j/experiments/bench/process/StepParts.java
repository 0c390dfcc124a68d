package io.semisup4j.experiments.bench.process;

/**
 * Where the time of one step went.
 *
 * @param wallSeconds the whole step
 * @param kernelSeconds calls of the plan's kernels, from the call to the return
 * @param optimiserSeconds the optimiser's arithmetic on flat vectors
 */
public record StepParts(double wallSeconds, double kernelSeconds, double optimiserSeconds) {

    /**
     * The share that is neither kernels nor optimiser, 0 to 1: the plan's loop, inputs and losses copied, running
     * statistics, and the looks at the clock that this measurement needs.
     */
    public double outside() {
        return (wallSeconds - kernelSeconds - optimiserSeconds) / wallSeconds;
    }

    /** The share that is not kernels, 0 to 1: the optimiser counts as outside here. */
    public double outsideWithOptimiser() {
        return (wallSeconds - kernelSeconds) / wallSeconds;
    }
}
