package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Gelu;
import io.semisup4j.nets.scope.Scope;

/**
 * Two linear layers {@code fc1} and {@code fc2} with GELU between them; [..., D] to [..., D].
 *
 * @param hidden width between the layers
 */
public record Mlp(long hidden) implements Layer {

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor y = Gelu.of(new Linear(hidden, Linear.Start.TRANSFORMER).named("fc1", scope, x));
        return new Linear(x.size(-1), Linear.Start.TRANSFORMER).named("fc2", scope, y);
    }
}
