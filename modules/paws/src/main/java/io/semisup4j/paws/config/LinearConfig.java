package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A linear classifier on the features of a frozen encoder, trained on the labelled images. Not published for PAWS.
 *
 * @param batch images a step
 * @param size side of the views in pixels
 * @param refreshEpochs features are computed anew, from other random views, every so many epochs; 0 computes them once,
 *     from plain views
 * @param optimisation its epochs are passes over the labelled images
 */
public record LinearConfig(
        @Min(1) int batch,
        @Min(8) int size,
        @Min(0) int refreshEpochs,
        @Valid @NotNull OptimisationConfig optimisation) {

    /** For encoders of pictures of that size: 100 epochs of SGD on features that are computed once. */
    public static LinearConfig cached(int size, int batch) {
        return new LinearConfig(batch, size, 0, new OptimisationConfig(100, 0, 0.1, 0.1, 0, 0.9, true, 0, false));
    }
}
