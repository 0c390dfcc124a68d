package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.WindowGeometry;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The gradients of a 1x1 convolution that skips pixels, as in the shortcuts of residual nets: products of the pixels
 * that are seen, copied together (the native op takes up to three times as long).
 */
final class StridedPointwiseGradient {
    private StridedPointwiseGradient() {}

    static boolean suits(WindowGeometry window) {
        return window.kernelHeight() == 1 && window.kernelWidth() == 1 && window.padding() == 0;
    }

    static Kernel kernel(WindowGeometry window, Signature signature) {
        long[] dy = signature.input(2);
        long[] seen = {dy[0], dy[1], dy[2], signature.input(0)[3]};
        return PlainKernel.of(signature, (steps, arrays) -> gradients(window, steps, arrays))
                .withScratch(seen);
    }

    private static void gradients(WindowGeometry window, Steps steps, KernelArrays arrays) {
        INDArray seen = arrays.scratch(0); // [N, H', W', I]
        INDArray weights = Matrix.of(arrays.input(1));
        INDArray dy = Matrix.of(arrays.input(2));
        if (arrays.output(1) != null) {
            INDArray from = seen(arrays.input(0), window.stride());
            steps.then(() -> seen.assign(from)).product(Matrix.of(seen), dy, Matrix.of(arrays.output(1)), true, false);
        }
        if (arrays.output(0) != null) {
            INDArray dx = arrays.output(0);
            INDArray to = seen(dx, window.stride());
            steps.product(dy, weights, Matrix.of(seen), false, true)
                    .then(() -> dx.assign(0))
                    .then(() -> to.assign(seen));
        }
    }

    /** The pixels of [N, H, W, C] that a window of one pixel sees. */
    private static INDArray seen(INDArray images, int stride) {
        INDArrayIndex all = NDArrayIndex.all();
        return images.get(
                all,
                NDArrayIndex.interval(0, stride, images.size(1)),
                NDArrayIndex.interval(0, stride, images.size(2)),
                all);
    }
}
