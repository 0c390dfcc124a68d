package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.GeluSpec;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;

/**
 * GELU with its slope as notes, so that the gradient is one product. The native erf is exact but takes twice as long as
 * all the rest; in float it is replaced by a rational approximation that is off by less than float rounding
 * (Abramowitz and Stegun 7.1.26, at most 1.5e-7).
 */
final class Nd4jGelu {
    private static final double P = 0.3275911;
    private static final double[] A = {1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592};

    private Nd4jGelu() {}

    static Kernel forward(GeluSpec.Forward spec, Signature signature) {
        long[] shape = signature.input(0);
        return PlainKernel.of(signature, (steps, arrays) -> {
                    INDArray upper = arrays.scratch(0);
                    INDArray bell = arrays.scratch(1);
                    bell(steps, arrays.input(0), bell);
                    if (signature.type() == DataType.DOUBLE) {
                        exactUpperTail(steps, arrays, upper);
                    } else {
                        approximateUpperTail(steps, arrays, upper);
                    }
                    value(steps, arrays, upper);
                    if (arrays.output(1) != null) {
                        slope(steps, arrays, upper, bell);
                    }
                })
                .withScratch(shape, shape, shape);
    }

    static Kernel gradient(GeluSpec.Gradient spec, Signature signature) {
        return PlainKernel.of(
                signature,
                (steps, arrays) -> steps.arithmetic("multiply", arrays.input(1), arrays.input(2), arrays.output(0)));
    }

    /** exp(-x^2 / 2). */
    private static void bell(Steps steps, INDArray x, INDArray bell) {
        steps.arithmetic("multiply", x, x, bell).affine(bell, -0.5, 0, bell).op(new Exp(bell, bell));
    }

    /** q = (1 - erf(|x| / sqrt(2))) / 2 = 1 - Phi(|x|). */
    private static void exactUpperTail(Steps steps, KernelArrays arrays, INDArray q) {
        steps.op(new Abs(arrays.input(0), q))
                .affine(q, Math.sqrt(0.5), 0, q)
                .op(new Erf(q, q))
                .affine(q, -0.5, 0.5, q);
    }

    /** The same as a polynomial in t = 1 / (1 + p |x| / sqrt(2)) under the bell. */
    private static void approximateUpperTail(Steps steps, KernelArrays arrays, INDArray q) {
        INDArray t = arrays.scratch(2);
        steps.op(new Abs(arrays.input(0), t))
                .affine(t, P * Math.sqrt(0.5), 1, t)
                .op(new Reciprocal(t, t));
        steps.affine(t, A[0] / 2, A[1] / 2, q);
        for (int i = 2; i < A.length; i++) {
            steps.arithmetic("multiply", q, t, q).affine(q, 1, A[i] / 2, q);
        }
        steps.arithmetic("multiply", q, t, q).arithmetic("multiply", q, arrays.scratch(1), q);
    }

    /** y = max(x, 0) - |x| q. */
    private static void value(Steps steps, KernelArrays arrays, INDArray q) {
        INDArray x = arrays.input(0);
        INDArray y = arrays.output(0);
        INDArray positive = arrays.scratch(2);
        steps.op(new Abs(x, y))
                .arithmetic("multiply", y, q, y)
                .op(new RectifiedLinear(x, positive, 0))
                .arithmetic("subtract", positive, y, y);
    }

    /** dy/dx = Phi(x) + x exp(-x^2 / 2) / sqrt(2 pi), where Phi is 1 - q for positive x and q for others. */
    private static void slope(Steps steps, KernelArrays arrays, INDArray q, INDArray bell) {
        INDArray x = arrays.input(0);
        INDArray slope = arrays.output(1);
        INDArray sign = arrays.scratch(2);
        steps.op(new Step(x, slope, 0.0))
                .affine(slope, -2, 1, sign)
                .arithmetic("multiply", q, sign, q)
                .arithmetic("add", slope, q, slope)
                .arithmetic("multiply", bell, x, bell)
                .affine(bell, 1 / Math.sqrt(2 * Math.PI), 0, bell)
                .arithmetic("add", slope, bell, slope);
    }
}
