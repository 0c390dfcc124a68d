package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/**
 * Soft nearest-neighbour evaluation on ImageNet or another folder data set.
 *
 * @param from the pre-trained encoder: a run folder, a {@code .safetensors} file or an official checkpoint; must be given
 */
public record ImagenetSoftNnConfig(
        Path from,
        @Valid @NotNull PicturesConfig pictures,
        @Valid @NotNull LabelsConfig labels,
        @Valid @NotNull SoftNnConfig softNn,
        @Valid @NotNull RunConfig run) {}
