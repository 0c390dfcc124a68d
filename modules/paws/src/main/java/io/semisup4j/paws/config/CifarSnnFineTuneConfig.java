package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;

/**
 * Soft nearest-neighbour fine-tuning on CIFAR-10 with a published list of 4,000 labelled images.
 *
 * @param splitSeed the seed in the list's name: 73, 91, 152, 321 or 401
 * @param from the pre-trained encoder: a run folder, a {@code .safetensors} file or an official checkpoint; must be given
 * @param size side of the pictures in pixels; smaller ones than CIFAR's 32 are cut from their middle
 * @param batch its support part is the batch; {@code images} is not used
 */
public record CifarSnnFineTuneConfig(
        int splitSeed,
        Path from,
        @Min(8) int size,
        @Valid @NotNull BatchConfig batch,
        @Valid @NotNull SnnFineTuneConfig fineTuning,
        @Valid @NotNull RunConfig run)
        implements SelfChecking {
    @Override
    public List<String> problems() {
        return CifarConfig.problems(splitSeed);
    }
}
