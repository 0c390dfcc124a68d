package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.RowSpec;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;

/** Functions of the rows of matrices. */
final class Nd4jRows {
    private Nd4jRows() {}

    static Kernel softmax(RowSpec.Softmax spec, Signature signature) {
        return PlainKernel.of(
                signature, (steps, arrays) -> alongRows("softmax", steps, arrays.input(0), arrays.output(0)));
    }

    /** dx = y (dy - rowsum(y dy)). */
    static Kernel softmaxGradient(RowSpec.SoftmaxGradient spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
                    INDArray y = Matrix.of(arrays.input(0));
                    INDArray dy = Matrix.of(arrays.input(1));
                    INDArray dx = Matrix.of(arrays.output(0));
                    INDArray sums = arrays.scratch(0);
                    steps.arithmetic("multiply", y, dy, dx)
                            .product(dx, arrays.constants().onesColumn(y.size(1)), sums)
                            .arithmetic("subtract", dy, sums, dx)
                            .arithmetic("multiply", dx, y, dx);
                })
                .withScratch(column(signature));
    }

    static Kernel logSoftmax(RowSpec.LogSoftmax spec, Signature signature) {
        return PlainKernel.of(
                signature, (steps, arrays) -> alongRows("log_softmax", steps, arrays.input(0), arrays.output(0)));
    }

    /** dx = dy - exp(y) rowsum(dy). */
    static Kernel logSoftmaxGradient(RowSpec.LogSoftmaxGradient spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
                    INDArray dy = Matrix.of(arrays.input(1));
                    INDArray dx = Matrix.of(arrays.output(0));
                    INDArray sums = arrays.scratch(0);
                    steps.product(dy, arrays.constants().onesColumn(dy.size(1)), sums)
                            .op(new Exp(Matrix.of(arrays.input(0)), dx))
                            .arithmetic("multiply", dx, sums, dx)
                            .arithmetic("subtract", dy, dx, dx);
                })
                .withScratch(column(signature));
    }

    static Kernel normalise(RowSpec.Normalise spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
                    INDArray x = arrays.input(0);
                    INDArray y = arrays.output(0);
                    INDArray norms = arrays.output(1) == null ? arrays.scratch(0) : arrays.output(1);
                    steps.arithmetic("multiply", x, x, y)
                            .product(y, arrays.constants().onesColumn(x.size(1)), norms)
                            .op(new Sqrt(norms, norms))
                            .op(new ScalarMax(norms, null, norms, spec.epsilon()))
                            .arithmetic("divide", x, norms, y);
                })
                .withScratch(new long[] {signature.input(0)[0], 1});
    }

    /** dx = (dy - y rowsum(dy y)) / divisor; the second term only where the divisor is the row's own norm. */
    static Kernel normaliseGradient(RowSpec.NormaliseGradient spec, Signature signature) {
        long[] column = {signature.input(0)[0], 1};
        return PlainKernel.of(signature, (steps, arrays) -> {
                    INDArray y = arrays.input(0);
                    INDArray norms = arrays.input(1);
                    INDArray dy = arrays.input(2);
                    INDArray dx = arrays.output(0);
                    INDArray sums = arrays.scratch(0);
                    INDArray own = arrays.scratch(1);
                    steps.arithmetic("multiply", dy, y, dx)
                            .product(dx, arrays.constants().onesColumn(y.size(1)), sums)
                            .op(new Step(norms, own, spec.epsilon()))
                            .arithmetic("multiply", sums, own, sums)
                            .arithmetic("multiply", y, sums, dx)
                            .arithmetic("subtract", dy, dx, dx)
                            .arithmetic("divide", dx, norms, dx);
                })
                .withScratch(column, column);
    }

    static Kernel concat(RowSpec.Concat spec, Signature signature) {
        return PlainKernel.of(
                signature,
                (steps, arrays) -> steps.op("concat", Arrays.asList(arrays.inputs()), List.of(arrays.output(0)), 0));
    }

    static Kernel pad(RowSpec.Pad spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
            INDArray x = arrays.input(0);
            INDArray y = arrays.output(0);
            INDArray inside = Views.of(y, spec.before() * (y.length() / y.size(0)), x.shape());
            steps.then(() -> y.assign(0)).then(() -> inside.assign(x));
        });
    }

    private static long[] column(Signature signature) {
        long[] shape = signature.input(0);
        return new long[] {Arrays.stream(shape).limit(shape.length - 1).reduce(1, (a, b) -> a * b), 1};
    }

    /** The native op is seven times faster on four axes than on two. */
    private static void alongRows(String name, Steps steps, INDArray x, INDArray y) {
        long[] shape = {1, 1, x.length() / x.size(-1), x.size(-1)};
        steps.op(name, List.of(Views.of(x, 0, shape)), List.of(Views.of(y, 0, shape)), 3);
    }
}
