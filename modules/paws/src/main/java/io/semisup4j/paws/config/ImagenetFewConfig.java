package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * PAWS with everything that follows it, beside its supervised baseline, on a folder data set of few classes.
 */
public record ImagenetFewConfig(
        @Valid @NotNull PicturesConfig pictures,
        @Valid @NotNull LabelsConfig labels,
        @Valid @NotNull PawsConfig paws,
        @Valid @NotNull FineTuneConfig fineTuning,
        @Valid @NotNull LinearConfig linear,
        @Valid @NotNull SupervisedConfig supervised,
        @Valid @NotNull RunConfig run) {}
