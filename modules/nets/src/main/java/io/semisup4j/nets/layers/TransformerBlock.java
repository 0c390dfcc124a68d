package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.nets.scope.Scope;

/**
 * Pre-norm block of vision transformers (Dosovitskiy et al. 2021): attention, then an MLP, each behind a layer norm and
 * beside a shortcut; [B, N, D] to [B, N, D].
 *
 * @param heads of the attention
 * @param expansion hidden width of the MLP as a multiple of D
 */
public record TransformerBlock(int heads, int expansion) implements Layer {

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor y = LayerNorm.TRANSFORMER.named("norm1", scope, x);
        Tensor attended = Arithmetic.add(x, new SelfAttention(heads).named("attn", scope, y));
        y = LayerNorm.TRANSFORMER.named("norm2", scope, attended);
        return Arithmetic.add(attended, new Mlp(expansion * x.size(-1)).named("mlp", scope, y));
    }
}
