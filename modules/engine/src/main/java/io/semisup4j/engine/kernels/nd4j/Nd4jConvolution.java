package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.ConvolutionSpec;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Convolution as the native NHWC op, or as a matrix product where the window sees one pixel (2.5x faster). */
final class Nd4jConvolution {
    private Nd4jConvolution() {}

    static Kernel forward(ConvolutionSpec.Forward spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
            INDArray y = arrays.output(0);
            if (spec.window().pointwise()) {
                steps.product(Matrix.of(arrays.input(0)), Matrix.of(arrays.input(1)), Matrix.of(y));
                if (spec.bias()) {
                    steps.addRow(Matrix.of(y), arrays.input(2), Matrix.of(y));
                }
            } else {
                List<INDArray> more = Arrays.asList(arrays.inputs()).subList(1, arrays.inputs().length);
                NativeConvolution.forward(steps, spec.window(), arrays.input(0), more, y);
            }
        });
    }

    static Kernel gradient(ConvolutionSpec.Gradient spec, Signature signature) {
        if (spec.window().pointwise()) {
            return PlainKernel.of(signature, Nd4jConvolution::pointwiseGradient);
        }
        if (StridedPointwiseGradient.suits(spec.window())) {
            return StridedPointwiseGradient.kernel(spec.window(), signature);
        }
        if (UnitStrideGradient.suits(spec.window(), signature.input(1))) {
            return UnitStrideGradient.kernel(spec.window(), signature);
        }
        return NativeConvolution.gradient(spec.window(), signature);
    }

    private static void pointwiseGradient(Steps steps, KernelArrays arrays) {
        INDArray dy = Matrix.of(arrays.input(2));
        if (arrays.output(0) != null) {
            steps.product(dy, Matrix.of(arrays.input(1)), Matrix.of(arrays.output(0)), false, true);
        }
        if (arrays.output(1) != null) {
            steps.product(Matrix.of(arrays.input(0)), dy, Matrix.of(arrays.output(1)), true, false);
        }
    }
}
