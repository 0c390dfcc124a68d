package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.RowSpec;
import io.semisup4j.engine.spec.ViewSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reshaping, and cutting and joining along the first axis. */
public final class Shapes {
    private Shapes() {}

    /** The same elements in another shape; costs nothing. */
    public static Tensor reshape(Tensor x, long... shape) {
        if (Arrays.stream(shape).reduce(1, (a, b) -> a * b) != x.length()) {
            throw new IllegalArgumentException(x + " cannot be read in the shape " + Arrays.toString(shape));
        }
        return x.graph()
                .apply(
                        new ViewSpec.Reshape(),
                        List.of(x),
                        List.of(shape),
                        upstream -> List.of(reshape(upstream.get(0), x.shape())))
                .get(0);
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive) of the first axis; costs nothing forward. */
    public static Tensor rows(Tensor x, long from, long to) {
        if (from < 0 || to > x.size(0) || from >= to) {
            throw new IllegalArgumentException("rows " + from + " to " + to + " are not within " + x);
        }
        long[] shape = x.shape();
        shape[0] = to - from;
        Graph graph = x.graph();
        ViewSpec slice = new ViewSpec.Slice(from * (x.length() / x.size(0)));
        return graph.apply(
                        slice,
                        List.of(x),
                        List.of(shape),
                        upstream ->
                                graph.apply(new RowSpec.Pad(from), List.of(upstream.get(0)), List.of(x.shape()), null))
                .get(0);
    }

    /** Arrays one below the other along the first axis. */
    public static Tensor concat(List<Tensor> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        long[] shape = parts.get(0).shape();
        shape[0] = parts.stream().mapToLong(part -> part.size(0)).sum();
        return parts.get(0)
                .graph()
                .apply(new RowSpec.Concat(), parts, List.of(shape), upstream -> slices(parts, upstream.get(0)))
                .get(0);
    }

    /** The same value, through which no gradient flows. */
    public static Tensor stopGradient(Tensor x) {
        return x.graph()
                .apply(new ViewSpec.Reshape(), List.of(x), List.of(x.shape()), null)
                .get(0);
    }

    private static List<Tensor> slices(List<Tensor> parts, Tensor whole) {
        List<Tensor> slices = new ArrayList<>();
        long from = 0;
        for (Tensor part : parts) {
            slices.add(rows(whole, from, from + part.size(0)));
            from += part.size(0);
        }
        return slices;
    }
}
