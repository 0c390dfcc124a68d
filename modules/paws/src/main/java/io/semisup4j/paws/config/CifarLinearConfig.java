package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;

/**
 * A linear classifier on a frozen encoder, on CIFAR-10 with a published list of 4,000 labelled images.
 *
 * @param splitSeed the seed in the list's name: 73, 91, 152, 321 or 401
 * @param from the pre-trained encoder: a run folder, a {@code .safetensors} file or an official checkpoint; must be given
 */
public record CifarLinearConfig(
        int splitSeed, Path from, @Valid @NotNull LinearConfig linear, @Valid @NotNull RunConfig run)
        implements SelfChecking {
    @Override
    public List<String> problems() {
        return CifarConfig.problems(splitSeed);
    }
}
