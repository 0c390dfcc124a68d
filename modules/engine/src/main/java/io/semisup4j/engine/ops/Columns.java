package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.ColumnSpec;
import java.util.ArrayList;
import java.util.List;

/** Cutting and joining matrices [M, N] side by side. */
public final class Columns {
    private Columns() {}

    /** Matrices of equally many rows side by side. */
    public static Tensor concat(List<Tensor> parts) {
        long rows = parts.get(0).size(0);
        if (parts.stream().anyMatch(part -> part.rank() != 2 || part.size(0) != rows)) {
            throw new IllegalArgumentException("only matrices of equally many rows fit side by side, not " + parts);
        }
        long[] shape = {rows, parts.stream().mapToLong(part -> part.size(1)).sum()};
        return parts.get(0)
                .graph()
                .apply(new ColumnSpec.Concat(), parts, List.of(shape), upstream -> cuts(parts, upstream.get(0)))
                .get(0);
    }

    /** Columns {@code from} (inclusive) to {@code to} (exclusive). */
    public static Tensor cut(Tensor x, long from, long to) {
        if (x.rank() != 2 || from < 0 || to > x.size(1) || from >= to) {
            throw new IllegalArgumentException("columns " + from + " to " + to + " are not within " + x);
        }
        Graph graph = x.graph();
        return graph.apply(
                        new ColumnSpec.Cut(from),
                        List.of(x),
                        List.of(new long[] {x.size(0), to - from}),
                        upstream -> graph.apply(
                                new ColumnSpec.Pad(from), List.of(upstream.get(0)), List.of(x.shape()), null))
                .get(0);
    }

    private static List<Tensor> cuts(List<Tensor> parts, Tensor whole) {
        List<Tensor> cuts = new ArrayList<>();
        long from = 0;
        for (Tensor part : parts) {
            cuts.add(part.needsGradient() ? cut(whole, from, from + part.size(1)) : null);
            from += part.size(1);
        }
        return cuts;
    }
}
