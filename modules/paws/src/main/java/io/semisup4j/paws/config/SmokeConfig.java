package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A run of seconds on made-up patterns.
 *
 * @param seed of weights, classes and noise
 * @param stepsPerEpoch steps that the schedule counts as an epoch
 */
public record SmokeConfig(long seed, @Min(1) int stepsPerEpoch, @Valid @NotNull PawsConfig paws) {

    /** WideResNet-10-2 and five classes; the losses reach their floors within 60 steps. */
    public static SmokeConfig standard() {
        return new SmokeConfig(
                1,
                20,
                new PawsConfig(
                        new NetConfig("wide_resnet10w2", 64, false),
                        new ViewsConfig(16, 1, 1, 2, 10, 1, 1, 0),
                        new BatchConfig(32, 5, 4, 2),
                        LossConfig.published(),
                        OptimisationConfig.lars(3, 1, 0.8, 3.2, 0.032)));
    }
}
