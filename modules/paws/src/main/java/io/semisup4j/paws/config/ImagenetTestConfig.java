package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/**
 * The final test of a fine-tuned classifier on a folder data set.
 *
 * @param from the fine-tuned classifier: a run folder, a {@code .safetensors} file or an official checkpoint; must be given
 * @param size side of the views in pixels
 */
public record ImagenetTestConfig(
        Path from, @Valid @NotNull PicturesConfig pictures, @Min(8) int size, @Valid @NotNull RunConfig run) {}
