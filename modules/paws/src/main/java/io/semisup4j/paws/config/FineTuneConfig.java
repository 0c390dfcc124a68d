package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Cross-entropy fine-tuning of the whole network (PAWS, section 5: ImageNet).
 *
 * @param batch images a step, all devices together
 * @param statisticsGroups equal parts of a batch with batch statistics of their own; the published program has one for
 *     each of its four devices, since it does not synchronise batch norm
 * @param size side of the views in pixels
 * @param optimisation its epochs are passes over the labelled images
 */
public record FineTuneConfig(
        @Min(2) int batch,
        @Min(1) int statisticsGroups,
        @Min(8) int size,
        @Valid @NotNull OptimisationConfig optimisation) {

    /** ImageNet as published: 256 images on each of four devices, 50 epochs. */
    public static FineTuneConfig imagenet() {
        return new FineTuneConfig(1024, 4, 224, new OptimisationConfig(50, 0, 0.02, 0.02, 0, 0.9, true, 0, false));
    }
}
