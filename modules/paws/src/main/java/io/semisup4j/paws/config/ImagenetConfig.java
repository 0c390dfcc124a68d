package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * PAWS on ImageNet or another folder data set.
 */
public record ImagenetConfig(
        @Valid @NotNull PicturesConfig pictures,
        @Valid @NotNull LabelsConfig labels,
        @Valid @NotNull PawsConfig paws,
        @Valid @NotNull RunConfig run) {}
