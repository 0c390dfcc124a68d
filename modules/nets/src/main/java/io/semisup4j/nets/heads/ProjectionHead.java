package io.semisup4j.nets.heads;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.layers.BatchNorm;
import io.semisup4j.nets.layers.Layer;
import io.semisup4j.nets.layers.Linear;
import io.semisup4j.nets.scope.Scope;

/**
 * Projection head {@code fc} of PAWS: three linear layers, batch norm and ReLU between them; [N, D] to [N, outputs].
 *
 * @param hidden width of the two inner layers; that of the features as published
 * @param outputs width of the embedding h
 */
public record ProjectionHead(long hidden, long outputs) implements Layer {

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor y = new Linear(hidden).named("fc1", scope, x);
        y = BatchNorm.RELU.named("bn1", scope, y);
        y = new Linear(hidden).named("fc2", scope, y);
        y = BatchNorm.RELU.named("bn2", scope, y);
        return new Linear(outputs).named("fc3", scope, y);
    }
}
