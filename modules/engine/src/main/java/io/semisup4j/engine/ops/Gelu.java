package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.GeluSpec;
import java.util.List;

/** The exact Gaussian error linear unit (Hendrycks and Gimpel 2016), as PyTorch's GELU. */
public final class Gelu {
    private Gelu() {}

    /** x Phi(x) = x (1 + erf(x / sqrt(2))) / 2; any shape. */
    public static Tensor of(Tensor x) {
        Graph graph = x.graph();
        Tensor[] out = new Tensor[2];
        graph.apply(
                        new GeluSpec.Forward(),
                        List.of(x),
                        List.of(x.shape(), x.shape()),
                        upstream -> graph.apply(
                                new GeluSpec.Gradient(), List.of(x, upstream.get(0), out[1]), List.of(x.shape()), null))
                .toArray(out);
        return out[0];
    }
}
