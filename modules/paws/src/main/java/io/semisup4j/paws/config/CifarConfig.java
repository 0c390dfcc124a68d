package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import io.semisup4j.data.split.PublishedSplits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;

/**
 * PAWS on CIFAR-10 with a published list of 4,000 labelled images.
 *
 * @param splitSeed the seed in the list's name: 73, 91, 152, 321 or 401
 */
public record CifarConfig(int splitSeed, @Valid @NotNull PawsConfig paws, @Valid @NotNull RunConfig run)
        implements SelfChecking {

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>(problems(splitSeed));
        if (paws.batch().uniqueClasses()) {
            problems.add("paws.batch.uniqueClasses is true; the published loader of CIFAR-10 gives all devices the same"
                    + " classes whatever is set, and labels for classes of their own would be wrong, so it is false");
        }
        return problems;
    }

    static List<String> problems(int splitSeed) {
        return PublishedSplits.CIFAR10_SEEDS.contains(splitSeed)
                ? List.of()
                : List.of("splitSeed is " + splitSeed + "; there are lists for " + PublishedSplits.CIFAR10_SEEDS);
    }
}
