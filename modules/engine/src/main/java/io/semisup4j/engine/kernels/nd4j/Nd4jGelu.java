package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.GeluSpec;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseSubtraction;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;

/**
 * GELU with its slope as notes, so that the gradient is one product. The native erf and exp are exact but take three
 * times as long as all the rest; in float they are replaced by a rational approximation that is off by less than float
 * rounding (Abramowitz and Stegun 7.1.26, at most 1.5e-7) and by a quotient of tanh, which is fast.
 */
final class Nd4jGelu {
    private static final double P = 0.3275911;
    private static final double[] A = {1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592};

    /** Elements worked on at a time: some thirty passes over temporaries that stay in a processor's cache. */
    private static final long PART = 1 << 19;

    private Nd4jGelu() {}

    /**
     * A run of elements, all as vectors.
     *
     * @param slope dy/dx; null if nobody reads it
     * @param q a temporary: the upper tail
     * @param bell a temporary
     * @param t a temporary
     */
    private record Part(INDArray x, INDArray y, INDArray slope, INDArray q, INDArray bell, INDArray t) {
        static Part of(KernelArrays arrays, long from, long length) {
            INDArray slope = arrays.output(1);
            return new Part(
                    Views.of(arrays.input(0), from, length),
                    Views.of(arrays.output(0), from, length),
                    slope == null ? null : Views.of(slope, from, length),
                    Views.of(arrays.scratch(0), 0, length),
                    Views.of(arrays.scratch(1), 0, length),
                    Views.of(arrays.scratch(2), 0, length));
        }
    }

    static Kernel forward(GeluSpec.Forward spec, Signature signature) {
        boolean exact = signature.type() == DataType.DOUBLE;
        long length = Arrays.stream(signature.input(0)).reduce(1, Math::multiplyExact);
        long[] temporary = {Math.min(PART, length)};
        return PlainKernel.of(signature, (steps, arrays) -> {
                    for (long from = 0; from < length; from += PART) {
                        forward(steps, Part.of(arrays, from, Math.min(PART, length - from)), exact);
                    }
                })
                .withScratch(temporary, temporary, temporary);
    }

    private static void forward(Steps steps, Part part, boolean exact) {
        if (exact) {
            exactBell(steps, part);
            exactUpperTail(steps, part);
        } else {
            quickBell(steps, part);
            quickUpperTail(steps, part);
        }
        value(steps, part);
        if (part.slope() != null) {
            slope(steps, part);
        }
    }

    static Kernel gradient(GeluSpec.Gradient spec, Signature signature) {
        return PlainKernel.of(
                        signature,
                        (steps, arrays) ->
                                steps.arithmetic("multiply", arrays.input(1), arrays.input(2), arrays.output(0)))
                .ignoringInputs(0);
    }

    /** exp(-x^2 / 2). */
    private static void exactBell(Steps steps, Part part) {
        INDArray bell = part.bell();
        steps.arithmetic("multiply", part.x(), part.x(), bell)
                .affine(bell, -0.5, 0, bell)
                .op(new Exp(bell, bell));
    }

    /** The same as (1 - tanh(x^2 / 4)) / (1 + tanh(x^2 / 4)). */
    private static void quickBell(Steps steps, Part part) {
        INDArray bell = part.bell();
        INDArray t = part.t();
        steps.arithmetic("multiply", part.x(), part.x(), bell)
                .affine(bell, 0.25, 0, bell)
                .op("tanh", List.of(bell), List.of(t))
                .op(new ScalarReverseSubtraction(t, null, bell, 1))
                .affine(t, 1, 1, t)
                .arithmetic("divide", bell, t, bell);
    }

    /** q = (1 - erf(|x| / sqrt(2))) / 2 = 1 - Phi(|x|). */
    private static void exactUpperTail(Steps steps, Part part) {
        INDArray q = part.q();
        steps.op(new Abs(part.x(), q))
                .affine(q, Math.sqrt(0.5), 0, q)
                .op(new Erf(q, q))
                .affine(q, -0.5, 0.5, q);
    }

    /** The same as a polynomial in t = 1 / (1 + p |x| / sqrt(2)) under the bell. */
    private static void quickUpperTail(Steps steps, Part part) {
        INDArray q = part.q();
        INDArray t = part.t();
        steps.op(new Abs(part.x(), t)).affine(t, P * Math.sqrt(0.5), 1, t).op(new Reciprocal(t, t));
        steps.affine(t, A[0] / 2, A[1] / 2, q);
        for (int i = 2; i < A.length; i++) {
            steps.arithmetic("multiply", q, t, q).affine(q, 1, A[i] / 2, q);
        }
        steps.arithmetic("multiply", q, t, q).arithmetic("multiply", q, part.bell(), q);
    }

    /** y = max(x, 0) - |x| q. */
    private static void value(Steps steps, Part part) {
        INDArray x = part.x();
        INDArray y = part.y();
        INDArray positive = part.t();
        steps.op(new Abs(x, y))
                .arithmetic("multiply", y, part.q(), y)
                .op(new RectifiedLinear(x, positive, 0))
                .arithmetic("subtract", positive, y, y);
    }

    /** dy/dx = Phi(x) + x exp(-x^2 / 2) / sqrt(2 pi), where Phi is 1 - q for positive x and q for others. */
    private static void slope(Steps steps, Part part) {
        INDArray q = part.q();
        INDArray bell = part.bell();
        INDArray slope = part.slope();
        INDArray sign = part.t();
        steps.op(new Step(part.x(), slope, 0.0))
                .affine(slope, -2, 1, sign)
                .arithmetic("multiply", q, sign, q)
                .arithmetic("add", slope, q, slope)
                .arithmetic("multiply", bell, part.x(), bell)
                .affine(bell, 1 / Math.sqrt(2 * Math.PI), 0, bell)
                .arithmetic("add", slope, bell, slope);
    }
}
