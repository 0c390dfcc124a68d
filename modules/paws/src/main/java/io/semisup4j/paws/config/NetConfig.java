package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.encoder.Encoder;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * The network (PAWS, section 5).
 *
 * @param backbone a name of {@link Backbones}
 * @param outputDim width of the embedding
 * @param predictionHead whether a prediction head follows the projection head
 */
public record NetConfig(@NotNull String backbone, @Min(4) int outputDim, boolean predictionHead)
        implements SelfChecking {

    /** The encoder to pre-train. */
    public Encoder encoder() {
        return Encoder.pretraining(Backbones.named(backbone), outputDim, predictionHead);
    }

    @Override
    public List<String> problems() {
        return Backbones.problem(backbone).map(problem -> "backbone: " + problem).stream()
                .toList();
    }
}
