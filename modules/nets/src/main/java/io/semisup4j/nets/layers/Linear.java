package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Initialiser;

/**
 * x W^T + b: [M, K] to [M, outputs].
 *
 * @param outputs output features
 * @param zero whether weight and bias begin at 0 (a new classifier) instead of PyTorch's default, uniform in
 *     +-1/sqrt(K)
 */
public record Linear(long outputs, boolean zero) implements Layer {

    /** With PyTorch's default start. */
    public Linear(long outputs) {
        this(outputs, false);
    }

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        long inputs = x.size(-1);
        Initialiser initialiser = zero ? new Initialiser.Constant(0) : Initialiser.byFanIn(inputs);
        Tensor w = scope.parameter("weight", initialiser, outputs, inputs);
        Tensor b = scope.parameter("bias", initialiser, outputs);
        return Matrices.linear(x, w, b);
    }
}
