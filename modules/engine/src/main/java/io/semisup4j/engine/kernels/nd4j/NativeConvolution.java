package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The native NHWC convolution and its gradient, part by part of the batch. */
final class NativeConvolution {
    private static final int VALID = 0;
    private static final int NHWC = 1;
    private static final int YXIO = 0;

    private NativeConvolution() {}

    /** y = the convolution of x with w; {@code more} holds w and, if there is one, the bias. */
    static void forward(Steps steps, WindowGeometry window, INDArray x, List<INDArray> more, INDArray y) {
        ImageParts parts = ImageParts.of(x.shape(), y.shape());
        for (long start : parts.starts()) {
            List<INDArray> in = new ArrayList<>();
            in.add(parts.part(x, start));
            in.addAll(more);
            steps.op("conv2d", in, List.of(parts.part(y, start)), arguments(window));
        }
    }

    /** The native op always computes both gradients; one that nobody wants lands in scratch. */
    static PlainKernel gradient(WindowGeometry window, Signature signature) {
        ImageParts parts = ImageParts.of(signature.input(0), signature.input(2));
        return PlainKernel.of(signature, (steps, arrays) -> gradient(steps, window, parts, arrays))
                .withScratch(
                        signature.wanted().get(0) ? new long[] {1} : parts.largest(signature.input(0)),
                        signature.input(1),
                        signature.input(1));
    }

    /** The gradient of the weights is the sum of the parts'. */
    private static void gradient(Steps steps, WindowGeometry window, ImageParts parts, KernelArrays arrays) {
        INDArray dx = arrays.output(0);
        INDArray dw = arrays.output(1) == null ? arrays.scratch(1) : arrays.output(1);
        INDArray dwOfPart = arrays.scratch(2);
        for (long start : parts.starts()) {
            INDArray x = parts.part(arrays.input(0), start);
            INDArray dy = parts.part(arrays.input(2), start);
            INDArray dxOfPart = dx == null ? Views.of(arrays.scratch(0), 0, x.shape()) : parts.part(dx, start);
            INDArray found = start == 0 ? dw : dwOfPart;
            steps.op("conv2d_bp", List.of(x, arrays.input(1), dy), List.of(dxOfPart, found), arguments(window));
            if (start > 0) {
                steps.arithmetic("add", dw, dwOfPart, dw);
            }
        }
    }

    private static int[] arguments(WindowGeometry window) {
        return Windows.arguments(window, VALID, NHWC, YXIO);
    }
}
