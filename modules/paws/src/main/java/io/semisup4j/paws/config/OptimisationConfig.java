package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.schedule.Schedule;
import io.semisup4j.training.schedule.WarmupCosine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.util.List;

/**
 * SGD, with or without LARS, under a warm-up and a cosine (PAWS, section 5 and appendix).
 *
 * @param epochs passes over the images
 * @param warmupEpochs epochs of the linear warm-up
 * @param startLr learning rate of the first step
 * @param peakLr learning rate after the warm-up
 * @param finalLr learning rate that the cosine falls to
 * @param momentum of SGD
 * @param nesterov whether SGD looks ahead
 * @param weightDecay of all weights but biases and batch norms
 * @param lars whether the rates are adapted layer by layer
 */
public record OptimisationConfig(
        @Min(1) int epochs,
        @Min(0) int warmupEpochs,
        @DecimalMin("0") double startLr,
        @DecimalMin("0") double peakLr,
        @DecimalMin("0") double finalLr,
        @DecimalMin("0") @DecimalMax(value = "1", inclusive = false) double momentum,
        boolean nesterov,
        @DecimalMin("0") double weightDecay,
        boolean lars)
        implements SelfChecking {

    /** LARS around SGD with momentum 0.9 and decay 1e-6, as PAWS is pre-trained. */
    public static OptimisationConfig lars(int epochs, int warmupEpochs, double startLr, double peakLr, double finalLr) {
        return new OptimisationConfig(epochs, warmupEpochs, startLr, peakLr, finalLr, 0.9, false, 1e-6, true);
    }

    /** With another number of epochs. */
    public OptimisationConfig withEpochs(int other) {
        return new OptimisationConfig(
                other, warmupEpochs, startLr, peakLr, finalLr, momentum, nesterov, weightDecay, lars);
    }

    /** The schedule for epochs of so many steps. */
    public Schedule schedule(long stepsPerEpoch) {
        return WarmupCosine.ofEpochs(startLr, peakLr, finalLr, warmupEpochs, epochs, stepsPerEpoch);
    }

    /** The optimiser's settings. */
    public SgdSettings settings() {
        ParameterGroups groups = ParameterGroups.biasAndBnExcluded(weightDecay);
        return lars
                ? SgdSettings.adapted(momentum, nesterov, groups, Lars.published())
                : SgdSettings.plain(momentum, nesterov, groups);
    }

    @Override
    public List<String> problems() {
        return warmupEpochs > epochs
                ? List.of("warmupEpochs is " + warmupEpochs + "; it must not exceed epochs, " + epochs)
                : List.of();
    }
}
