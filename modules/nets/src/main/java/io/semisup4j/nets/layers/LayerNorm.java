package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Initialiser;

/**
 * Layer normalisation over the last axis, as PyTorch's LayerNorm.
 *
 * @param epsilon added to the variance
 */
public record LayerNorm(double epsilon) implements Layer {
    /** As in vision transformers, whose epsilon of 1e-6 is not PyTorch's default. */
    public static final LayerNorm TRANSFORMER = new LayerNorm(1e-6);

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor gamma = scope.parameter("weight", new Initialiser.Constant(1), x.size(-1));
        Tensor beta = scope.parameter("bias", new Initialiser.Constant(0), x.size(-1));
        return io.semisup4j.engine.ops.LayerNorm.normalise(x, gamma, beta, epsilon);
    }
}
