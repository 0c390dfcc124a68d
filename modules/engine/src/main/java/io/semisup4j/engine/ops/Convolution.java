package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.ConvolutionSpec;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.List;

/** Two-dimensional convolution. */
public final class Convolution {
    private Convolution() {}

    /** y = x * w without bias; x [N, H, W, I], w [kH, kW, I, O], y [N, H', W', O]. */
    public static Tensor convolve(Tensor x, Tensor w, int stride, int padding) {
        return convolve(List.of(x, w), stride, padding);
    }

    /** y = x * w + b; x [N, H, W, I], w [kH, kW, I, O], b [O], y [N, H', W', O]. */
    public static Tensor convolve(Tensor x, Tensor w, Tensor b, int stride, int padding) {
        return convolve(List.of(x, w, b), stride, padding);
    }

    private static Tensor convolve(List<Tensor> inputs, int stride, int padding) {
        Tensor x = inputs.get(0);
        Tensor w = inputs.get(1);
        check(x, w);
        WindowGeometry window = new WindowGeometry((int) w.size(0), (int) w.size(1), stride, padding);
        long[] shape = {x.size(0), window.outputHeight(x.size(1)), window.outputWidth(x.size(2)), w.size(3)};
        boolean bias = inputs.size() == 3;
        Graph graph = x.graph();
        return graph.apply(new ConvolutionSpec.Forward(window, bias), inputs, List.of(shape), upstream -> {
                    Tensor dy = upstream.get(0);
                    List<Tensor> found = graph.apply(
                            new ConvolutionSpec.Gradient(window),
                            List.of(x, w, dy),
                            List.of(x.shape(), w.shape()),
                            null);
                    return bias ? List.of(found.get(0), found.get(1), Sums.columns(dy)) : found;
                })
                .get(0);
    }

    private static void check(Tensor x, Tensor w) {
        if (x.rank() != 4 || w.rank() != 4 || x.size(3) != w.size(2)) {
            throw new IllegalArgumentException(
                    "a convolution needs images [N, H, W, I] and weights [kH, kW, I, O], not " + x + " and " + w);
        }
    }
}
