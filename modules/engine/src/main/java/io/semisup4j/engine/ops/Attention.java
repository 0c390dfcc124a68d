package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.AttentionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Multi-head self-attention (Vaswani et al. 2017). */
public final class Attention {
    private Attention() {}

    /**
     * softmax(q k^T / sqrt(d)) v in every head; [B, N, 3 D] to [B, N, D].
     *
     * @param qkv queries, keys and values of every token side by side, each head by head
     * @param heads H, a divisor of D
     */
    public static Tensor selfAttention(Tensor qkv, int heads) {
        return attention(qkv, Optional.empty(), heads);
    }

    /**
     * The same with a bias added to the scaled scores: a relative position bias, or a mask of zeros and large negative
     * numbers.
     *
     * @param bias [G, H, N, N], of which sequence b reads b mod G; G divides B
     */
    public static Tensor selfAttention(Tensor qkv, Tensor bias, int heads) {
        return attention(qkv, Optional.of(bias), heads);
    }

    private static Tensor attention(Tensor qkv, Optional<Tensor> bias, int heads) {
        if (qkv.rank() != 3 || heads < 1 || qkv.size(2) % (3L * heads) != 0) {
            throw new IllegalArgumentException("self-attention of " + heads
                    + " heads needs [B, N, 3 D] with D a multiple of the heads, not " + qkv);
        }
        long batch = qkv.size(0);
        long tokens = qkv.size(1);
        long width = qkv.size(2) / 3;
        bias.ifPresent(b -> check(b, batch, heads, tokens));
        Graph graph = qkv.graph();
        List<Tensor> inputs = new ArrayList<>(List.of(qkv));
        bias.ifPresent(inputs::add);
        long[] notes = {3, batch, heads, tokens, width / heads};
        // The backward rule needs the forward outputs, which exist only after the call below.
        Tensor[] out = new Tensor[3];
        graph.apply(
                        new AttentionSpec.Forward(heads),
                        inputs,
                        List.of(new long[] {batch, tokens, width}, new long[] {batch, heads, tokens, tokens}, notes),
                        upstream -> graph.apply(
                                new AttentionSpec.Gradient(heads),
                                List.of(qkv, out[1], upstream.get(0), out[2]),
                                inputs.stream().map(Tensor::shape).toList(),
                                null))
                .toArray(out);
        return out[0];
    }

    private static void check(Tensor bias, long batch, long heads, long tokens) {
        boolean fits = bias.rank() == 4 && bias.hasShape(bias.size(0), heads, tokens, tokens);
        if (!fits || batch % bias.size(0) != 0) {
            throw new IllegalArgumentException("the bias of " + heads + " heads over " + batch + " sequences of "
                    + tokens + " tokens must be [G, " + heads + ", " + tokens + ", " + tokens + "] with G a divisor of "
                    + batch + ", not " + bias);
        }
    }
}
