package io.semisup4j.engine.spec;

/**
 * Multi-head self-attention softmax(q k^T / sqrt(d) + bias) v of B sequences of N tokens, H heads and d = D / H
 * features a head. Queries, keys and values lie side by side, as one linear layer gives them: [B, N, 3 D], each part
 * head by head.
 */
public sealed interface AttentionSpec extends OpSpec {
    int heads();

    /**
     * qkv [B, N, 3 D], and a bias [G, H, N, N] if there is one, which sequence b reads at b mod G; gives y [B, N, D], the
     * weights [B, H, N, N] and the provider's notes for the gradient, [3, B, H, N, d].
     */
    record Forward(int heads) implements AttentionSpec {}

    /** qkv, weights, dy, notes; gives dqkv, and the bias's gradient if there is a bias. */
    record Gradient(int heads) implements AttentionSpec {}
}
