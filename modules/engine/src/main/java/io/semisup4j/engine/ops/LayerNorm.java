package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.LayerNormSpec;
import java.util.Arrays;
import java.util.List;

/** Layer normalisation over the last axis (Ba et al. 2016). */
public final class LayerNorm {
    private LayerNorm() {}

    /**
     * (x - mean) / sqrt(variance + epsilon) * gamma + beta, by every row's own mean and biased variance.
     *
     * @param x [..., D]
     * @param gamma [D]
     * @param beta [D]
     */
    public static Tensor normalise(Tensor x, Tensor gamma, Tensor beta, double epsilon) {
        if (!gamma.hasShape(x.size(-1)) || !beta.hasShape(x.size(-1))) {
            throw new IllegalArgumentException(
                    "a layer norm needs x [..., D], gamma [D] and beta [D], not " + x + ", " + gamma + ", " + beta);
        }
        Graph graph = x.graph();
        long[] column = {x.rows(), 1};
        // The backward rule needs the forward outputs, which exist only after the call below.
        Tensor[] out = new Tensor[3];
        graph.apply(
                        new LayerNormSpec.Forward(epsilon),
                        List.of(x, gamma, beta),
                        List.of(x.shape(), column, column),
                        upstream -> graph.apply(
                                new LayerNormSpec.Gradient(epsilon),
                                Arrays.asList(x, upstream.get(0), gamma, beta, out[1], out[2]),
                                List.of(x.shape(), gamma.shape(), beta.shape()),
                                null))
                .toArray(out);
        return out[0];
    }
}
