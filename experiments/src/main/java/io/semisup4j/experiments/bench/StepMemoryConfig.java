package io.semisup4j.experiments.bench;

import io.semisup4j.config.SelfChecking;
import io.semisup4j.nets.backbones.Backbones;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Which step is repeated, and how often.
 *
 * @param backbone a name of the nets module
 * @param batch images a step, on each device
 * @param size side of the images in pixels
 * @param classes outputs of the classifier
 * @param steps measured steps, after 20 that are not
 * @param synchronised whether batch norms are synchronised over the devices, if there are several
 */
public record StepMemoryConfig(
        @NotNull String backbone,
        @Min(2) int batch,
        @Min(8) int size,
        @Min(2) int classes,
        @Min(1) int steps,
        boolean synchronised)
        implements SelfChecking {

    @Override
    public List<String> problems() {
        return Backbones.problem(backbone).map(problem -> "backbone: " + problem).stream()
                .toList();
    }
}
