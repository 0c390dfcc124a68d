package io.semisup4j.data.sampling;

import io.semisup4j.data.dataset.DataException;

/**
 * Which support batch belongs to which training step. The support iterator outlives epochs and is renewed when it is
 * exhausted; an inner epoch is shuffled by the training epoch in which its first batch is used, however early a loader
 * asks for it. So the batch is a function of the step, and the step is all that a resumed run needs.
 *
 * <p>Not for several threads at once: the last inner epoch is kept, since the next step mostly lies in it.
 */
public final class SupportSchedule {
    private final StratifiedSampler sampler;
    private final int stepsPerEpoch;
    private long keptInnerEpoch = -1;
    private int[][] kept = new int[0][];

    /**
     * Lays the sampler's batches along the steps.
     *
     * @param stepsPerEpoch training steps of one epoch, at least 1
     */
    public SupportSchedule(StratifiedSampler sampler, int stepsPerEpoch) {
        if (stepsPerEpoch < 1) {
            throw new DataException("an epoch of " + stepsPerEpoch + " steps was asked for; it must have at least 1.");
        }
        this.sampler = sampler;
        this.stepsPerEpoch = stepsPerEpoch;
    }

    /**
     * Inner epochs for which one iterator lasts a whole training epoch, E = steps / batches of an inner epoch, rounded
     * up: the published choice for pre-training.
     *
     * @param classes number of classes
     * @param shape the shape of a batch; its own number of inner epochs does not matter
     */
    public static int innerEpochsFor(int stepsPerEpoch, int classes, SupportShape shape) {
        int batches = Math.max(1, classes / shape.classesPerRound());
        return (stepsPerEpoch + batches - 1) / batches;
    }

    /** Positions of the support pictures of training step {@code step} = 0, 1, ... in the list of labelled pictures. */
    public int[] batch(long step) {
        int batches = sampler.batchesPerInnerEpoch();
        long innerEpochs = sampler.shape().innerEpochs();
        long innerEpoch = step / batches;
        if (innerEpoch != keptInnerEpoch) {
            long outerEpoch = innerEpoch * batches / stepsPerEpoch;
            kept = sampler.innerEpoch(innerEpoch / innerEpochs, (int) (innerEpoch % innerEpochs), outerEpoch);
            keptInnerEpoch = innerEpoch;
        }
        return kept[(int) (step % batches)].clone();
    }
}
