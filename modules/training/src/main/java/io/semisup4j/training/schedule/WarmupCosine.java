package io.semisup4j.training.schedule;

/**
 * Linear warm-up from {@code start} to {@code peak}, then half a cosine down to {@code end}: the learning rate of PAWS
 * and SimCLR+CT, step by step as their published code computes it.
 *
 * @param start value of step 0 when there is a warm-up
 * @param peak value at the end of the warm-up
 * @param end value that the cosine falls to; it is never undercut
 * @param warmupSteps steps of the warm-up; 0 for none
 * @param totalSteps steps of the whole run, the warm-up included
 */
public record WarmupCosine(double start, double peak, double end, long warmupSteps, long totalSteps)
        implements Schedule {

    public WarmupCosine {
        if (warmupSteps < 0 || totalSteps < 1 || warmupSteps > totalSteps) {
            throw new IllegalArgumentException("a schedule of " + totalSteps + " steps with a warm-up of " + warmupSteps
                    + " steps is impossible; give at least 1 step, and a warm-up between 0 and the number of steps");
        }
    }

    /** The same schedule counted in epochs of {@code stepsPerEpoch} steps. */
    public static WarmupCosine ofEpochs(
            double start, double peak, double end, int warmupEpochs, int epochs, long stepsPerEpoch) {
        return new WarmupCosine(start, peak, end, warmupEpochs * stepsPerEpoch, epochs * stepsPerEpoch);
    }

    @Override
    public double at(long step) {
        if (step < warmupSteps) {
            return start + (double) step / warmupSteps * (peak - start);
        }
        double progress = (double) (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
        return Math.max(end, end + (peak - end) * 0.5 * (1 + Math.cos(Math.PI * progress)));
    }
}
