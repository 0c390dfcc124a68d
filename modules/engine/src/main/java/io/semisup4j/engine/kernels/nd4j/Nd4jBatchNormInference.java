package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.BatchNormSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batch normalisation with running statistics, part by part of the rows. */
final class Nd4jBatchNormInference {
    private static final int Y = 1;

    private Nd4jBatchNormInference() {}

    static Kernel forward(BatchNormSpec.Inference spec, Signature signature) {
        RowParts parts = RowParts.of(signature.input(0));
        return PlainKernel.of(signature, (steps, arrays) -> {
            Nd4jBatchNorm norm = new Nd4jBatchNorm(spec, arrays.input(3), arrays.input(4));
            parts.each((number, start) -> norm.normalise(
                    steps,
                    parts.part(arrays.input(0), start),
                    arrays.input(1),
                    arrays.input(2),
                    parts.part(arrays.output(0), start)));
        });
    }

    /** dx = gamma s g, dgamma = s sum(xc g), dbeta = sum(g); g is dy behind the ReLU, s = 1/sqrt(variance + epsilon). */
    static Kernel gradient(BatchNormSpec.InferenceGradient spec, Signature signature) {
        RowParts parts = RowParts.of(signature.input(0));
        long[] channels = {1, parts.columns()};
        return PlainKernel.of(signature, (steps, arrays) -> gradient(spec, parts, steps, arrays))
                .withScratch(
                        parts.largest(),
                        parts.largest(),
                        parts.largest(),
                        parts.sums(),
                        parts.sums(),
                        channels,
                        channels,
                        channels)
                .ignoringInputs(spec.relu() ? new Integer[0] : new Integer[] {Y});
    }

    private static void gradient(
            BatchNormSpec.InferenceGradient spec, RowParts parts, Steps steps, KernelArrays arrays) {
        Nd4jBatchNorm norm = new Nd4jBatchNorm(spec, arrays.input(4), arrays.input(5));
        INDArray deviation = arrays.scratch(5);
        INDArray slope = arrays.scratch(6);
        INDArray negativeMean = arrays.scratch(7);
        norm.inverseDeviation(steps, deviation);
        norm.negativeMean(steps, negativeMean);
        steps.arithmetic("multiply", Matrix.row(arrays.input(3)), deviation, slope);
        parts.each((number, start) -> {
            INDArray product = parts.temporary(arrays.scratch(1), start);
            INDArray g = parts.part(arrays.input(2), start);
            if (spec.relu()) {
                INDArray masked = parts.temporary(arrays.scratch(0), start);
                Nd4jBatchNorm.behindRelu(steps, parts.part(arrays.input(1), start), g, product, masked);
                g = masked;
            }
            if (arrays.output(2) != null) {
                parts.sum(steps, arrays.constants(), g, number, arrays.scratch(2), arrays.scratch(4));
            }
            if (arrays.output(1) != null) {
                steps.addRow(parts.part(arrays.input(0), start), negativeMean, product)
                        .arithmetic("multiply", product, g, product);
                parts.sum(steps, arrays.constants(), product, number, arrays.scratch(2), arrays.scratch(3));
            }
            if (arrays.output(0) != null) {
                steps.arithmetic("multiply", g, slope, parts.part(arrays.output(0), start));
            }
        });
        if (arrays.output(2) != null) {
            parts.total(steps, arrays.constants(), 1, arrays.scratch(4), Matrix.row(arrays.output(2)));
        }
        if (arrays.output(1) != null) {
            INDArray dgamma = Matrix.row(arrays.output(1));
            parts.total(steps, arrays.constants(), 1, arrays.scratch(3), dgamma);
            steps.arithmetic("multiply", dgamma, deviation, dgamma);
        }
    }
}
