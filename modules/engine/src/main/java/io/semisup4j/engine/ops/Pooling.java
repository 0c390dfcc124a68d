package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.PoolingSpec;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.List;

/** Pooling of images [N, H, W, C]. */
public final class Pooling {
    private Pooling() {}

    /** The largest value of every window; padding never wins. */
    public static Tensor max(Tensor x, WindowGeometry window) {
        Graph graph = x.graph();
        long[] shape = {x.size(0), window.outputHeight(x.size(1)), window.outputWidth(x.size(2)), x.size(3)};
        Tensor[] notes = new Tensor[1];
        List<Tensor> outputs = graph.apply(
                new PoolingSpec.Max(window),
                List.of(x),
                List.of(shape, shape),
                upstream -> graph.apply(
                        new PoolingSpec.MaxGradient(window),
                        List.of(x, upstream.get(0), notes[0]),
                        List.of(x.shape()),
                        null));
        notes[0] = outputs.get(1);
        return outputs.get(0);
    }

    /** Mean over height and width: [N, H, W, C] to [N, C]. */
    public static Tensor globalAverage(Tensor x) {
        Graph graph = x.graph();
        return graph.apply(
                        new PoolingSpec.GlobalAverage(),
                        List.of(x),
                        List.of(new long[] {x.size(0), x.size(3)}),
                        upstream -> graph.apply(
                                new PoolingSpec.GlobalAverageGradient(),
                                List.of(upstream.get(0)),
                                List.of(x.shape()),
                                null))
                .get(0);
    }
}
