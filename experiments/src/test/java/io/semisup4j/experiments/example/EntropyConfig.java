package io.semisup4j.experiments.example;

import io.semisup4j.config.SelfChecking;
import io.semisup4j.nets.backbones.Backbones;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Place 4, the configuration: a record whose bounds are annotations. Overrides, their checks and the YAML files come
 * with it.
 *
 * @param backbone a name of {@link Backbones}
 * @param labelsPerClass labelled pictures of each class
 * @param batch labelled pictures of a step, and as many unlabelled ones
 * @param weight lambda of the loss
 * @param peakLr learning rate at the beginning; a cosine brings it to 0
 * @param epochs passes over all pictures
 * @param seed of first weights, views and labelled pictures
 */
record EntropyConfig(
        @NotNull String backbone,
        @Min(1) int labelsPerClass,
        @Min(1) int batch,
        @DecimalMin("0") double weight,
        @DecimalMin("0") double peakLr,
        @Min(1) int epochs,
        long seed)
        implements SelfChecking {

    @Override
    public List<String> problems() {
        return Backbones.problem(backbone).map(problem -> "backbone: " + problem).stream()
                .toList();
    }
}
