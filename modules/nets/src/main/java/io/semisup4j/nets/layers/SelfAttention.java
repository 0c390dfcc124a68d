package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Attention;
import io.semisup4j.nets.scope.Scope;

/**
 * Multi-head self-attention of vision transformers: queries, keys and values by one linear layer {@code qkv}, the heads
 * joined by {@code proj}; [B, N, D] to [B, N, D].
 *
 * @param heads a divisor of D
 */
public record SelfAttention(int heads) implements Layer {

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        long width = x.size(-1);
        Tensor qkv = new Linear(3 * width, Linear.Start.TRANSFORMER).named("qkv", scope, x);
        return new Linear(width, Linear.Start.TRANSFORMER).named("proj", scope, Attention.selfAttention(qkv, heads));
    }
}
