package io.semisup4j.nets.heads;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.layers.BatchNorm;
import io.semisup4j.nets.layers.Layer;
import io.semisup4j.nets.layers.Linear;
import io.semisup4j.nets.scope.Scope;

/**
 * Head {@code fc} of PAWS's cross-entropy fine-tuning: the first layer of the projection head is kept, and a new
 * classifier that begins at 0 takes the place of the rest; [N, D] to logits [N, classes].
 *
 * @param hidden width of the kept layer
 * @param classes number of classes
 */
public record ClassificationHead(long hidden, long classes) implements Layer {

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor y = new Linear(hidden).named("fc1", scope, x);
        y = BatchNorm.RELU.named("bn1", scope, y);
        return new Linear(classes, Linear.Start.ZERO).named("fc2", scope, y);
    }
}
