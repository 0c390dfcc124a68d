package io.semisup4j.paws.config;

import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.SgdSettings;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * Soft nearest-neighbour fine-tuning (PAWS, section 5: CIFAR-10). Batches have the shape of the support batches.
 *
 * @param epochs 0 leaves the stage out
 * @param stepsPerEpoch batches of an epoch
 * @param temperature tau of SuNCEt
 * @param startLr learning rate of the first step
 * @param finalLr learning rate that the cosine falls to
 * @param selection which epoch's net is the result
 */
public record SnnFineTuneConfig(
        @Min(0) int epochs,
        @Min(1) int stepsPerEpoch,
        @Positive double temperature,
        @DecimalMin("0") double startLr,
        @DecimalMin("0") double finalLr,
        @NotNull Selection selection) {

    /** Which epoch's net is the result. Both choices by score look at the test images, as the published program does. */
    public enum Selection {
        /** As published: the score is taken before an epoch, the net that is kept with it is the one after the epoch. */
        PUBLISHED,
        /** The net with the best score itself; every epoch's net is scored, the last one's, too. */
        ALIGNED,
        /** The last epoch's; nothing is chosen. */
        LAST
    }

    /** CIFAR-10 with 4,000 labels as published. */
    public static SnnFineTuneConfig cifar() {
        return new SnnFineTuneConfig(30, 6, 0.1, 0.1, 0.01, Selection.PUBLISHED);
    }

    /** No fine-tuning. */
    public static SnnFineTuneConfig none() {
        return new SnnFineTuneConfig(0, 6, 0.1, 0.1, 0.01, Selection.LAST);
    }

    /** LARS around SGD with momentum 0.9, no decay. */
    public SgdSettings settings() {
        return SgdSettings.adapted(0.9, false, ParameterGroups.biasAndBnExcluded(0), Lars.published());
    }
}
