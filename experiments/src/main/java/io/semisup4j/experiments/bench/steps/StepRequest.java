package io.semisup4j.experiments.bench.steps;

import java.util.List;

/**
 * Which step is measured, in which size.
 *
 * @param step a name of {@link BenchSteps}
 * @param batchFactor multiple of the step's batch
 * @param smallCrops small views of each image; only {@code paws-cifar} has any
 * @param pawsImages unlabelled images B of {@code paws-cifar}
 * @param pawsSupportImages support images s of each class of {@code paws-cifar}
 * @param seed of the net's first weights; inputs are the same for all seeds
 */
public record StepRequest(
        String step, int batchFactor, int smallCrops, int pawsImages, int pawsSupportImages, int seed) {
    private static final int PUBLISHED_CROPS = 6;

    /** The same from other first weights. */
    public StepRequest withSeed(int other) {
        return new StepRequest(step, batchFactor, smallCrops, pawsImages, pawsSupportImages, other);
    }

    /** Name in metrics: the step's, with {@code .x4} for four times the batch and {@code .views2} for other crops. */
    public String label() {
        return step
                + (batchFactor == 1 ? "" : ".x" + batchFactor)
                + (smallCrops == PUBLISHED_CROPS || !hasViews() ? "" : ".views" + (2 + smallCrops));
    }

    /** Whether the number of views means anything to it. */
    public boolean hasViews() {
        return step.equals(BenchSteps.PAWS_CIFAR);
    }

    /** As arguments of a process. */
    public List<String> arguments() {
        return List.of(
                step,
                Integer.toString(batchFactor),
                Integer.toString(smallCrops),
                Integer.toString(pawsImages),
                Integer.toString(pawsSupportImages),
                Integer.toString(seed));
    }

    /** From {@link #arguments}. */
    public static StepRequest of(List<String> arguments) {
        int[] sizes = arguments.stream().skip(1).mapToInt(Integer::parseInt).toArray();
        return new StepRequest(arguments.get(0), sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
    }
}
