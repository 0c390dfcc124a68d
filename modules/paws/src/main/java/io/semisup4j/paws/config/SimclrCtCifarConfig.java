package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * SimCLR+CT on CIFAR-10 with a published list of 4,000 labelled images.
 *
 * @param splitSeed the seed in the list's name: 73, 91, 152, 321 or 401
 */
public record SimclrCtCifarConfig(int splitSeed, @Valid @NotNull SimclrCtConfig simclrCt, @Valid @NotNull RunConfig run)
        implements SelfChecking {
    @Override
    public List<String> problems() {
        return CifarConfig.problems(splitSeed);
    }
}
