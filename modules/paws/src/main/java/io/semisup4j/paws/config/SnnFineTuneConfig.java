package io.semisup4j.paws.config;

import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.SgdSettings;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;

/**
 * Soft nearest-neighbour fine-tuning (PAWS, section 5: CIFAR-10). Batches have the shape of the support batches.
 *
 * @param epochs 0 leaves the stage out
 * @param stepsPerEpoch batches of an epoch
 * @param temperature tau of SuNCEt
 * @param startLr learning rate of the first step
 * @param finalLr learning rate that the cosine falls to
 */
public record SnnFineTuneConfig(
        @Min(0) int epochs,
        @Min(1) int stepsPerEpoch,
        @Positive double temperature,
        @DecimalMin("0") double startLr,
        @DecimalMin("0") double finalLr) {

    /** CIFAR-10 with 4,000 labels as published. */
    public static SnnFineTuneConfig cifar() {
        return new SnnFineTuneConfig(30, 6, 0.1, 0.1, 0.01);
    }

    /** LARS around SGD with momentum 0.9, no decay. */
    public SgdSettings settings() {
        return SgdSettings.adapted(0.9, false, ParameterGroups.biasAndBnExcluded(0), Lars.published());
    }
}
