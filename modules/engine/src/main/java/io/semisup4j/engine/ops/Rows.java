package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.OpSpec;
import io.semisup4j.engine.spec.RowSpec;
import java.util.List;

/** Functions of every row of a matrix [M, N]; softmax of the last axis of any tensor. */
public final class Rows {
    /** What the published codes divide by at least when they normalise. */
    private static final double NORM_FLOOR = 1e-12;

    private Rows() {}

    /** Softmax along the last axis. */
    public static Tensor softmax(Tensor x) {
        return fromOutput(x, new RowSpec.Softmax(), new RowSpec.SoftmaxGradient());
    }

    /** Logarithm of the softmax along the last axis. */
    public static Tensor logSoftmax(Tensor x) {
        return fromOutput(x, new RowSpec.LogSoftmax(), new RowSpec.LogSoftmaxGradient());
    }

    /** Every row divided by max(its Euclidean norm, 1e-12). */
    public static Tensor normalise(Tensor x) {
        Graph graph = x.graph();
        Tensor[] out = new Tensor[2];
        graph.apply(
                        new RowSpec.Normalise(NORM_FLOOR),
                        List.of(x),
                        List.of(x.shape(), new long[] {x.size(0), 1}),
                        upstream -> graph.apply(
                                new RowSpec.NormaliseGradient(NORM_FLOOR),
                                List.of(out[0], out[1], upstream.get(0)),
                                List.of(x.shape()),
                                null))
                .toArray(out);
        return out[0];
    }

    private static Tensor fromOutput(Tensor x, OpSpec forward, OpSpec gradient) {
        Graph graph = x.graph();
        Tensor[] y = new Tensor[1];
        y[0] = graph.apply(
                        forward,
                        List.of(x),
                        List.of(x.shape()),
                        upstream -> graph.apply(gradient, List.of(y[0], upstream.get(0)), List.of(x.shape()), null))
                .get(0);
        return y[0];
    }
}
