package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.ElementwiseSpec;
import io.semisup4j.engine.spec.MatrixSpec;
import java.util.List;

/** Sums and means. */
public final class Sums {
    private Sums() {}

    /** Sum over all axes but the last: [..., N] to [N]. */
    public static Tensor columns(Tensor x) {
        return reduce(new MatrixSpec.ColumnSum(), x, x.size(-1));
    }

    /** Sum of every row: [M, N] to [M, 1]. */
    public static Tensor rows(Tensor x) {
        return reduce(new MatrixSpec.RowSum(), x, x.size(0), 1);
    }

    /** Mean of the rows: [M, N] to [N]. */
    public static Tensor columnMeans(Tensor x) {
        return Elementwise.multiply(columns(x), 1.0 / x.rows());
    }

    /** Sum of all elements, shape [1]. */
    public static Tensor all(Tensor x) {
        Tensor columns = x.rank() == 1 ? x : columns(x);
        return Shapes.reshape(rows(Shapes.reshape(columns, 1, columns.length())), 1);
    }

    /** Mean of all elements, shape [1]. */
    public static Tensor mean(Tensor x) {
        return Elementwise.multiply(all(x), 1.0 / x.length());
    }

    private static Tensor reduce(MatrixSpec spec, Tensor x, long... shape) {
        Graph graph = x.graph();
        return graph.apply(
                        spec,
                        List.of(x),
                        List.of(shape),
                        upstream -> graph.apply(
                                new ElementwiseSpec.Broadcast(), List.of(upstream.get(0)), List.of(x.shape()), null))
                .get(0);
    }
}
