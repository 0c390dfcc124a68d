package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The gradients of a convolution of stride 1 from faster pieces: with 128 channels and more, the native op takes two to
 * eight times as long.
 *
 * <p>dx is the convolution of dy with the weights turned round. dw[i, j] is a matrix product: in images with their zero
 * border, pixel r + i Wp + j lies under weight [i, j] where output r is computed, Wp the width with the border. Outputs
 * that the border makes too many have an upstream gradient of 0.
 */
final class UnitStrideGradient {
    /** With fewer channels the products are too narrow to win. */
    private static final long LEAST_CHANNELS = 128;

    private static final int LARGEST_KERNEL = 3;

    private UnitStrideGradient() {}

    /** Weights [kH, kW, I, O]. */
    static boolean suits(WindowGeometry window, long[] weights) {
        return window.stride() == 1
                && window.kernelHeight() == window.kernelWidth()
                && window.kernelHeight() <= LARGEST_KERNEL
                && window.padding() < window.kernelHeight()
                && Math.min(weights[2], weights[3]) >= LEAST_CHANNELS;
    }

    static Kernel kernel(WindowGeometry window, Signature signature) {
        boolean wantsInput = signature.wanted().get(0);
        boolean wantsWeights = signature.wanted().get(1);
        Bordered bordered = Bordered.of(window, signature.input(0), signature.input(2));
        List<long[]> scratch = new ArrayList<>();
        if (wantsInput) {
            long[] w = signature.input(1);
            scratch.add(new long[] {w[0], w[1], w[3], w[2]});
        }
        if (wantsWeights) {
            scratch.add(bordered.images());
            scratch.add(bordered.upstream());
        }
        int borders = wantsInput ? 1 : 0;
        return PlainKernel.of(signature, (steps, arrays) -> {
                    if (wantsInput) {
                        inputGradient(window, steps, arrays);
                    }
                    if (wantsWeights) {
                        bordered.weightGradient(steps, arrays, arrays.scratch(borders), arrays.scratch(borders + 1));
                    }
                })
                .withScratch(scratch.toArray(long[][]::new));
    }

    private static void inputGradient(WindowGeometry window, Steps steps, KernelArrays arrays) {
        INDArray w = arrays.input(1); // [kH, kW, I, O]
        INDArray turned = arrays.scratch(0); // [kH, kW, O, I]
        int last = window.kernelHeight() - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                INDArray from = at(w, i, j).transpose();
                INDArray to = at(turned, last - i, last - j);
                steps.then(() -> to.assign(from));
            }
        }
        WindowGeometry backwards = WindowGeometry.square(last + 1, 1, last - window.padding());
        NativeConvolution.forward(steps, backwards, arrays.input(2), List.of(turned), arrays.output(0));
    }

    /** The matrix at [i, j] of [kH, kW, M, N]. */
    private static INDArray at(INDArray weights, int i, int j) {
        long matrix = weights.size(2) * weights.size(3);
        return Views.of(weights, (i * weights.size(1) + j) * matrix, weights.size(2), weights.size(3));
    }

    /**
     * Images and upstream gradients on one grid.
     *
     * @param x images without their border, [N, H, W, I]
     * @param dy upstream gradients, [N, H', W', O]
     * @param height of an image with its border, Hp
     * @param width of an image with its border, Wp
     */
    private record Bordered(WindowGeometry window, long[] x, long[] dy, long height, long width) {

        static Bordered of(WindowGeometry window, long[] x, long[] dy) {
            long border = 2L * window.padding();
            return new Bordered(window, x, dy, x[1] + border, x[2] + border);
        }

        /** Pixels of all images with their borders. */
        private long pixels() {
            return x[0] * height * width;
        }

        /** A window at the last pixel reaches so many pixels further. */
        private long beyond() {
            return (window.kernelHeight() - 1) * width + window.kernelWidth() - 1;
        }

        long[] images() {
            return new long[] {pixels() + beyond(), x[3]};
        }

        long[] upstream() {
            return new long[] {pixels(), dy[3]};
        }

        void weightGradient(Steps steps, KernelArrays arrays, INDArray images, INDArray upstream) {
            INDArray inside = grid(rows(images, 0), x, window.padding());
            INDArray computed = grid(upstream, dy, 0);
            steps.then(() -> images.assign(0))
                    .then(() -> inside.assign(arrays.input(0)))
                    .then(() -> upstream.assign(0))
                    .then(() -> computed.assign(arrays.input(2)));
            for (int i = 0; i < window.kernelHeight(); i++) {
                for (int j = 0; j < window.kernelWidth(); j++) {
                    INDArray below = rows(images, i * width + j);
                    steps.product(below, upstream, at(arrays.output(1), i, j), true, false);
                }
            }
        }

        private INDArray rows(INDArray images, long from) {
            return Views.of(images, from * x[3], pixels(), x[3]);
        }

        /** The part of the grid, given as rows, that holds an array of the given shape. */
        private INDArray grid(INDArray rows, long[] shape, long from) {
            return Views.of(rows, 0, x[0], height, width, shape[3])
                    .get(
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(from, from + shape[1]),
                            NDArrayIndex.interval(from, from + shape[2]),
                            NDArrayIndex.all());
        }
    }
}
