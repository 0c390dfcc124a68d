package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.BatchNormSpec;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.RSqrt;

/** Batch normalisation composed of matrix products with ones and broadcasts, which beats the native training ops. */
final class Nd4jBatchNorm {
    /** Inputs that gradients do not always read. */
    private static final int Y = 1;

    private static final int NOTES = 7;

    private Nd4jBatchNorm() {}

    static Kernel train(BatchNormSpec.Train spec, Signature signature) {
        ColumnSums sums = ColumnSums.of(signature.input(0));
        return PlainKernel.of(signature, (steps, arrays) -> {
                    INDArray x = Matrix.of(arrays.input(0));
                    INDArray y = wantedOr(arrays, 0, arrays.scratch(3));
                    INDArray centred = Matrix.of(y);
                    INDArray squares = Matrix.of(arrays.scratch(0));
                    INDArray mean = Matrix.row(wantedOr(arrays, 1, arrays.scratch(1)));
                    INDArray variance = Matrix.row(wantedOr(arrays, 2, arrays.scratch(2)));
                    double share = 1.0 / x.rows();
                    INDArray left = arrays.scratch(4);
                    sums.scaled(steps, arrays.constants(), x, share, left, mean);
                    steps.arithmetic("subtract", x, mean, centred).arithmetic("multiply", centred, centred, squares);
                    sums.scaled(steps, arrays.constants(), squares, share, left, variance);
                    if (signature.wanted().get(0)) {
                        normalise(
                                steps,
                                List.of(
                                        arrays.input(0),
                                        vector(mean),
                                        vector(variance),
                                        arrays.input(1),
                                        arrays.input(2)),
                                y,
                                spec);
                    }
                })
                .withScratch(
                        signature.input(0),
                        signature.output(1),
                        signature.output(2),
                        signature.wanted().get(0) ? new long[] {1} : signature.input(0),
                        sums.scratch())
                .withoutOutput(3);
    }

    static Kernel inference(BatchNormSpec.Inference spec, Signature signature) {
        return PlainKernel.of(
                signature,
                (steps, arrays) -> normalise(
                        steps,
                        List.of(arrays.input(0), arrays.input(3), arrays.input(4), arrays.input(1), arrays.input(2)),
                        arrays.output(0),
                        spec));
    }

    static Kernel trainGradient(BatchNormSpec.TrainGradient spec, Signature signature) {
        long[] channels = {1, signature.input(0)[signature.input(0).length - 1]};
        long[] image = signature.input(0);
        ColumnSums sums = ColumnSums.of(image);
        return PlainKernel.of(signature, (steps, arrays) -> trainGradient(spec, sums, steps, arrays))
                .withScratch(image, image, channels, channels, channels, channels, channels, sums.scratch())
                .ignoringInputs(spec.relu() ? new Integer[] {NOTES} : new Integer[] {Y, NOTES});
    }

    static Kernel inferenceGradient(BatchNormSpec.InferenceGradient spec, Signature signature) {
        long[] channels = {1, signature.input(0)[signature.input(0).length - 1]};
        long[] image = signature.input(0);
        ColumnSums sums = ColumnSums.of(image);
        return PlainKernel.of(signature, (steps, arrays) -> inferenceGradient(spec, sums, steps, arrays))
                .withScratch(image, image, channels, channels, channels, sums.scratch())
                .ignoringInputs(spec.relu() ? new Integer[0] : new Integer[] {Y});
    }

    /** y = (x - mean) / sqrt(variance + epsilon) * gamma + beta; inputs x, mean, variance, gamma, beta. */
    private static void normalise(Steps steps, List<INDArray> inputs, INDArray y, BatchNormSpec spec) {
        INDArray x = inputs.get(0);
        INDArray image = x.rank() == 4 ? x : Views.of(x, 0, x.length() / x.size(-1), 1, 1, x.size(-1));
        INDArray out = x.rank() == 4 ? y : Views.of(y, 0, image.shape());
        List<INDArray> all = List.of(image, inputs.get(1), inputs.get(2), inputs.get(3), inputs.get(4));
        steps.op("batchnorm", all, List.of(out), new int[] {1, 1, 3}, new double[] {spec.epsilon()});
        if (spec.relu()) {
            steps.op("relu", List.of(y), List.of(y), new int[0], new double[] {0});
        }
    }

    /** With xc = x - mean, s = 1/sqrt(variance + epsilon), R rows: dx = gamma s (g - dbeta/R - xc s dgamma/R). */
    private static void trainGradient(
            BatchNormSpec.TrainGradient spec, ColumnSums sums, Steps steps, KernelArrays arrays) {
        INDArray dx = Matrix.of(arrays.output(0));
        INDArray centred = Matrix.of(arrays.scratch(1));
        INDArray dgamma = Matrix.row(wantedOr(arrays, 1, arrays.scratch(5)));
        INDArray dbeta = Matrix.row(wantedOr(arrays, 2, arrays.scratch(6)));
        INDArray deviation = arrays.scratch(2); // s
        INDArray slope = arrays.scratch(3); // gamma s
        INDArray factor = arrays.scratch(4);
        double rows = dx.rows();

        INDArray g = upstream(spec, steps, arrays, 2);
        inverseDeviation(steps, arrays.input(6), spec.epsilon(), deviation);
        INDArray left = arrays.scratch(7);
        sums.scaled(steps, arrays.constants(), g, 1, left, dbeta);
        steps.arithmetic("subtract", Matrix.of(arrays.input(0)), Matrix.row(arrays.input(5)), centred)
                .arithmetic("multiply", centred, g, dx);
        sums.scaled(steps, arrays.constants(), dx, 1, left, dgamma);
        steps.arithmetic("multiply", dgamma, deviation, dgamma)
                .arithmetic("multiply", Matrix.row(arrays.input(3)), deviation, slope)
                // dx = slope * g - (slope s dgamma / R) * xc - slope dbeta / R
                .arithmetic("multiply", slope, deviation, factor)
                .arithmetic("multiply", factor, dgamma, factor)
                .affine(factor, -1 / rows, 0, factor)
                .arithmetic("multiply", centred, factor, centred)
                .arithmetic("multiply", g, slope, dx)
                .arithmetic("add", dx, centred, dx)
                .arithmetic("multiply", slope, dbeta, factor)
                .affine(factor, -1 / rows, 0, factor)
                .arithmetic("add", dx, factor, dx);
    }

    private static void inferenceGradient(
            BatchNormSpec.InferenceGradient spec, ColumnSums sums, Steps steps, KernelArrays arrays) {
        INDArray g = upstream(spec, steps, arrays, 2);
        INDArray deviation = arrays.scratch(2);
        inverseDeviation(steps, arrays.input(5), spec.epsilon(), deviation);
        INDArray product = Matrix.of(arrays.scratch(1));
        INDArray left = arrays.scratch(5);
        if (arrays.output(1) != null) {
            INDArray dgamma = Matrix.row(arrays.output(1));
            steps.arithmetic("subtract", Matrix.of(arrays.input(0)), Matrix.row(arrays.input(4)), product)
                    .arithmetic("multiply", product, g, product);
            sums.scaled(steps, arrays.constants(), product, 1, left, dgamma);
            steps.arithmetic("multiply", dgamma, deviation, dgamma);
        }
        if (arrays.output(2) != null) {
            sums.scaled(steps, arrays.constants(), g, 1, left, Matrix.row(arrays.output(2)));
        }
        if (arrays.output(0) != null) {
            steps.arithmetic("multiply", Matrix.row(arrays.input(3)), deviation, arrays.scratch(3))
                    .arithmetic("multiply", g, arrays.scratch(3), Matrix.of(arrays.output(0)));
        }
    }

    /** dy, or dy where y > 0 if a ReLU follows; input 1 is y. */
    private static INDArray upstream(BatchNormSpec spec, Steps steps, KernelArrays arrays, int dy) {
        if (!spec.relu()) {
            return Matrix.of(arrays.input(dy));
        }
        INDArray g = arrays.scratch(0);
        steps.op(new Step(arrays.input(1), g, 0.0)).arithmetic("multiply", g, arrays.input(dy), g);
        return Matrix.of(g);
    }

    private static void inverseDeviation(Steps steps, INDArray variance, double epsilon, INDArray deviation) {
        steps.affine(Matrix.row(variance), 1, epsilon, deviation).op(new RSqrt(deviation, deviation));
    }

    private static INDArray vector(INDArray row) {
        return Views.of(row, 0, row.length());
    }

    private static INDArray wantedOr(KernelArrays arrays, int output, INDArray otherwise) {
        return arrays.output(output) != null ? arrays.output(output) : otherwise;
    }
}
