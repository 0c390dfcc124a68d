package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Initialiser;

/**
 * x W^T + b along the last axis: [..., K] to [..., outputs].
 *
 * @param outputs output features
 * @param start how weight and bias begin
 */
public record Linear(long outputs, Start start) implements Layer {
    private static final double TRANSFORMER_DEVIATION = 0.02;

    /** The published beginnings. */
    public enum Start {
        /** PyTorch's default, uniform in +-1/sqrt(K). */
        DEFAULT,
        /** All 0: a new classifier. */
        ZERO,
        /** Normal weights of deviation 0.02 and a bias of 0, as in vision transformers. */
        TRANSFORMER
    }

    /** With PyTorch's default start. */
    public Linear(long outputs) {
        this(outputs, Start.DEFAULT);
    }

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        long inputs = x.size(-1);
        Tensor w = scope.parameter("weight", weights(inputs), outputs, inputs);
        Tensor b = scope.parameter("bias", bias(inputs), outputs);
        return Matrices.linear(x, w, b);
    }

    private Initialiser weights(long inputs) {
        return switch (start) {
            case DEFAULT -> Initialiser.byFanIn(inputs);
            case ZERO -> new Initialiser.Constant(0);
            case TRANSFORMER -> new Initialiser.Normal(TRANSFORMER_DEVIATION);
        };
    }

    private Initialiser bias(long inputs) {
        return start == Start.DEFAULT ? Initialiser.byFanIn(inputs) : new Initialiser.Constant(0);
    }
}
