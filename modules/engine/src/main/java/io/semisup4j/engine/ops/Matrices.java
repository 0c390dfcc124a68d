package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.MatrixSpec;
import java.util.Arrays;
import java.util.List;

/** Matrix products. */
public final class Matrices {
    private Matrices() {}

    /** a b; [M, K] times [K, N]. */
    public static Tensor product(Tensor a, Tensor b) {
        return product(a, b, false, false);
    }

    /** a b^T; [M, K] times [N, K]. */
    public static Tensor productTransposed(Tensor a, Tensor b) {
        return product(a, b, false, true);
    }

    /** op(a) op(b), where op transposes its matrix if asked to. */
    public static Tensor product(Tensor a, Tensor b, boolean transposeA, boolean transposeB) {
        long inner = transposeA ? a.size(0) : a.size(1);
        if (a.rank() != 2 || b.rank() != 2 || inner != (transposeB ? b.size(1) : b.size(0))) {
            throw new IllegalArgumentException("the inner extents of a matrix product differ: " + a
                    + (transposeA ? " transposed" : "") + " times " + b + (transposeB ? " transposed" : ""));
        }
        long[] shape = {transposeA ? a.size(1) : a.size(0), transposeB ? b.size(0) : b.size(1)};
        return a.graph()
                .apply(new MatrixSpec.Product(transposeA, transposeB), List.of(a, b), List.of(shape), upstream -> {
                    Tensor g = upstream.get(0);
                    Tensor da = !a.needsGradient()
                            ? null
                            : transposeA ? product(b, g, transposeB, true) : product(g, b, false, !transposeB);
                    Tensor db = !b.needsGradient()
                            ? null
                            : transposeB ? product(g, a, true, transposeA) : product(a, g, !transposeA, false);
                    return Arrays.asList(da, db);
                })
                .get(0);
    }

    /** x w^T + b, a fully connected layer along the last axis; x [..., K], w [N, K], b [N] to [..., N]. */
    public static Tensor linear(Tensor x, Tensor w, Tensor b) {
        if (w.rank() != 2 || x.size(-1) != w.size(1) || !b.hasShape(w.size(0))) {
            throw new IllegalArgumentException(
                    "a linear layer needs x [..., K], w [N, K] and b [N], not " + x + ", " + w + ", " + b);
        }
        if (x.rank() != 2) {
            long[] shape = x.shape();
            shape[shape.length - 1] = w.size(0);
            return Shapes.reshape(linear(Shapes.reshape(x, x.rows(), x.size(-1)), w, b), shape);
        }
        Graph graph = x.graph();
        long[] shape = {x.size(0), w.size(0)};
        return graph.apply(new MatrixSpec.Linear(), List.of(x, w, b), List.of(shape), upstream -> {
                    Tensor g = upstream.get(0);
                    List<Tensor> found = graph.apply(
                            new MatrixSpec.LinearGradient(), List.of(x, w, g), List.of(x.shape(), w.shape()), null);
                    return List.of(found.get(0), found.get(1), Sums.columns(g));
                })
                .get(0);
    }
}
