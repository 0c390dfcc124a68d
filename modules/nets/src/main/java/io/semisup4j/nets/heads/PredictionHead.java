package io.semisup4j.nets.heads;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.layers.BatchNorm;
import io.semisup4j.nets.layers.Layer;
import io.semisup4j.nets.layers.Linear;
import io.semisup4j.nets.scope.Scope;

/**
 * Prediction head {@code pred} of PAWS, on the embedding h: a batch norm without ReLU, a bottleneck of a quarter of the
 * width, and back; [N, D] to [N, D], D at least 4.
 */
public record PredictionHead() implements Layer {
    private static final int NARROWING = 4;

    @Override
    public Tensor apply(Scope scope, Tensor h) {
        long width = h.size(-1);
        if (width < NARROWING) {
            throw new IllegalArgumentException(
                    "a prediction head narrows embeddings to a quarter of their width, so they" + " need at least "
                            + NARROWING + " values, not " + width);
        }
        Tensor y = BatchNorm.PLAIN.named("bn1", scope, h);
        y = new Linear(width / NARROWING).named("fc1", scope, y);
        y = BatchNorm.RELU.named("bn2", scope, y);
        return new Linear(width).named("fc2", scope, y);
    }
}
