package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.PoolingSpec;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Pooling; the native maximum finds its window's winner again in the backward pass, so it keeps no notes. */
final class Nd4jPooling {
    private static final int VALID = 0;
    /** An argument of average pooling alone; the maximum ignores it. */
    private static final int NO_DIVISOR = 0;

    private static final int NHWC = 1;

    private Nd4jPooling() {}

    static Kernel max(PoolingSpec.Max spec, Signature signature) {
        return PlainKernel.of(
                        signature,
                        (steps, arrays) -> steps.op(
                                "maxpool2d",
                                List.of(arrays.input(0)),
                                List.of(arrays.output(0)),
                                arguments(spec.window())))
                .withoutOutput(1);
    }

    static Kernel maxGradient(PoolingSpec.MaxGradient spec, Signature signature) {
        return PlainKernel.of(
                        signature,
                        (steps, arrays) -> steps.op(
                                "maxpool2d_bp",
                                List.of(arrays.input(0), arrays.input(1)),
                                List.of(arrays.output(0)),
                                arguments(spec.window())))
                .ignoringInputs(2);
    }

    static Kernel globalAverage(PoolingSpec.GlobalAverage spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
            INDArray x = pixels(arrays.input(0));
            INDArray averaging = arrays.constants().filled(1.0 / x.size(1), x.size(0), 1, x.size(1));
            steps.product(averaging, x, Views.of(arrays.output(0), 0, x.size(0), 1, x.size(2)));
        });
    }

    static Kernel globalAverageGradient(PoolingSpec.GlobalAverageGradient spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
            INDArray dx = pixels(arrays.output(0));
            INDArray spreading = arrays.constants().filled(1.0 / dx.size(1), dx.size(0), dx.size(1), 1);
            steps.product(spreading, Views.of(arrays.input(0), 0, dx.size(0), 1, dx.size(2)), dx);
        });
    }

    /** [N, H, W, C] as [N, H W, C]. */
    private static INDArray pixels(INDArray images) {
        return Views.of(images, 0, images.size(0), images.size(1) * images.size(2), images.size(3));
    }

    private static int[] arguments(WindowGeometry window) {
        return Windows.arguments(window, VALID, NO_DIVISOR, NHWC);
    }
}
