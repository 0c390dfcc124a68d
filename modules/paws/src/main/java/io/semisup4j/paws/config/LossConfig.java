package io.semisup4j.paws.config;

import io.semisup4j.paws.loss.PawsLoss;
import io.semisup4j.paws.loss.Sharpening;
import io.semisup4j.paws.loss.SoftNearestNeighbours;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;

/**
 * The loss (PAWS, sections 3 and 5).
 *
 * @param temperature tau of the soft nearest neighbours
 * @param sharpening T of the targets and of me-max
 * @param meMax whether the mean prediction is pushed towards uniform
 * @param labelSmoothing e of the support labels
 */
public record LossConfig(
        @Positive double temperature,
        @Positive double sharpening,
        boolean meMax,
        @DecimalMin("0") @DecimalMax(value = "1", inclusive = false) double labelSmoothing) {

    /** As in every published configuration of PAWS. */
    public static LossConfig published() {
        return new LossConfig(0.1, 0.25, true, 0.1);
    }

    /** The loss for views with so many small crops. */
    public PawsLoss loss(int smallCrops) {
        return new PawsLoss(new SoftNearestNeighbours(temperature), new Sharpening(sharpening), smallCrops, meMax);
    }
}
