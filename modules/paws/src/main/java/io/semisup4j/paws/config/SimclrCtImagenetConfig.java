package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * SimCLR+CT on ImageNet or another folder data set.
 */
public record SimclrCtImagenetConfig(
        @Valid @NotNull PicturesConfig pictures,
        @Valid @NotNull LabelsConfig labels,
        @Valid @NotNull SimclrCtConfig simclrCt,
        @Valid @NotNull RunConfig run) {}
