package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * PAWS beside its supervised baseline, with few labels.
 *
 * @param labelsPerClass labelled images of each class, drawn with the run's seed
 */
public record ComparisonConfig(
        @Min(2) int labelsPerClass,
        @Valid @NotNull PawsConfig paws,
        @Valid @NotNull SnnFineTuneConfig fineTuning,
        @Valid @NotNull SupervisedConfig supervised,
        @Valid @NotNull RunConfig run) {}
