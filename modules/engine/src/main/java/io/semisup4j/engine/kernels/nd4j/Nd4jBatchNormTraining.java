package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.BatchNormSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation with the batch's own statistics, composed of matrix products with ones and broadcasts, which beats
 * the native training ops; part by part of the rows, which limits its temporaries to 16 MB each in float.
 */
final class Nd4jBatchNormTraining {
    /** Inputs that the gradient does not always read. */
    private static final int Y = 1;

    private static final int NOTES = 7;

    private Nd4jBatchNormTraining() {}

    static Kernel forward(BatchNormSpec.Train spec, Signature signature) {
        RowParts parts = RowParts.of(signature.input(0));
        ColumnSums whole = ColumnSums.of(signature.input(0));
        return PlainKernel.of(signature, (steps, arrays) -> forward(spec, parts, whole, steps, arrays))
                .withScratch(
                        signature.output(1),
                        signature.output(2),
                        whole.scratch(),
                        parts.largest(),
                        parts.largest(),
                        parts.sums(),
                        new long[] {1, parts.columns()})
                .withoutOutput(3);
    }

    private static void forward(
            BatchNormSpec.Train spec, RowParts parts, ColumnSums whole, Steps steps, KernelArrays arrays) {
        INDArray x = arrays.input(0);
        INDArray mean = Matrix.row(wantedOr(arrays, 1, 0));
        INDArray variance = Matrix.row(wantedOr(arrays, 2, 1));
        Nd4jBatchNorm norm = new Nd4jBatchNorm(spec, mean, variance);
        double share = 1.0 / parts.rows();
        whole.scaled(steps, arrays.constants(), Matrix.of(x), share, arrays.scratch(2), mean);
        INDArray negativeMean = arrays.scratch(6);
        norm.negativeMean(steps, negativeMean);
        parts.each((number, start) -> {
            INDArray squares = parts.temporary(arrays.scratch(3), start);
            steps.addRow(parts.part(x, start), negativeMean, squares).arithmetic("multiply", squares, squares, squares);
            parts.sum(steps, arrays.constants(), squares, number, arrays.scratch(4), arrays.scratch(5));
        });
        parts.total(steps, arrays.constants(), share, arrays.scratch(5), variance);
        if (arrays.output(0) != null) {
            parts.each((number, start) -> norm.normalise(
                    steps,
                    parts.part(x, start),
                    arrays.input(1),
                    arrays.input(2),
                    parts.part(arrays.output(0), start)));
        }
    }

    static Kernel gradient(BatchNormSpec.TrainGradient spec, Signature signature) {
        RowParts parts = RowParts.of(signature.input(0));
        long[] channels = {1, parts.columns()};
        return PlainKernel.of(signature, (steps, arrays) -> {
                    Gradient gradient = Gradient.of(spec, parts, steps, arrays);
                    gradient.sums();
                    gradient.images();
                })
                .withScratch(
                        parts.largest(),
                        parts.largest(),
                        parts.largest(),
                        parts.sums(),
                        parts.sums(),
                        channels,
                        channels,
                        channels,
                        channels,
                        channels,
                        channels)
                .ignoringInputs(spec.relu() ? new Integer[] {NOTES} : new Integer[] {Y, NOTES})
                .overwriting(2);
    }

    /**
     * With xc = x - mean, s = 1/sqrt(variance + epsilon), R rows and g, dy behind the ReLU: dx = gamma s (g - dbeta/R - xc
     * s dgamma/R). Where a ReLU follows, dx holds g between the two passes; where nobody wants dx, there is no second pass.
     *
     * @param s in scratch, [1, C]
     */
    private record Gradient(
            Nd4jBatchNorm norm,
            RowParts parts,
            Steps steps,
            KernelArrays arrays,
            INDArray dgamma,
            INDArray dbeta,
            INDArray s) {

        static Gradient of(BatchNormSpec.TrainGradient spec, RowParts parts, Steps steps, KernelArrays arrays) {
            return new Gradient(
                    new Nd4jBatchNorm(spec, arrays.input(5), arrays.input(6)),
                    parts,
                    steps,
                    arrays,
                    Matrix.row(wantedOr(arrays, 1, 9)),
                    Matrix.row(wantedOr(arrays, 2, 10)),
                    arrays.scratch(5));
        }

        /** dbeta = sum(g), dgamma = s sum(xc g). */
        void sums() {
            INDArray negativeMean = arrays.scratch(6);
            norm.negativeMean(steps, negativeMean);
            parts.each((number, start) -> {
                INDArray centred = parts.temporary(arrays.scratch(1), start);
                INDArray g = upstream(start);
                if (norm.spec().relu()) {
                    INDArray dy = parts.part(arrays.input(2), start);
                    Nd4jBatchNorm.behindRelu(steps, parts.part(arrays.input(1), start), dy, centred, g);
                }
                sum(g, number, arrays.scratch(3));
                steps.addRow(parts.part(arrays.input(0), start), negativeMean, centred)
                        .arithmetic("multiply", centred, g, centred);
                sum(centred, number, arrays.scratch(4));
            });
            parts.total(steps, arrays.constants(), 1, arrays.scratch(3), dbeta);
            parts.total(steps, arrays.constants(), 1, arrays.scratch(4), dgamma);
            norm.inverseDeviation(steps, s);
            steps.arithmetic("multiply", dgamma, s, dgamma);
        }

        /** dx = slope g + (xc s a + b) with slope = gamma s, a = -slope dgamma / R, b = -slope dbeta / R. */
        void images() {
            if (!wantsImages()) {
                return;
            }
            INDArray slope = arrays.scratch(6);
            INDArray a = arrays.scratch(7);
            INDArray b = arrays.scratch(8);
            steps.arithmetic("multiply", Matrix.row(arrays.input(3)), s, slope);
            share(slope, dgamma, a);
            share(slope, dbeta, b);
            parts.each((number, start) -> {
                INDArray dx = parts.part(arrays.output(0), start);
                INDArray scaled = parts.temporary(arrays.scratch(0), start);
                INDArray normalised = parts.temporary(arrays.scratch(1), start);
                norm.affine(steps, parts.part(arrays.input(0), start), a, b, normalised);
                steps.arithmetic("multiply", upstream(start), slope, scaled).arithmetic("add", scaled, normalised, dx);
            });
        }

        private void share(INDArray slope, INDArray sum, INDArray share) {
            steps.arithmetic("multiply", slope, sum, share).affine(share, -1.0 / parts.rows(), 0, share);
        }

        private INDArray upstream(long start) {
            if (!norm.spec().relu()) {
                return parts.part(arrays.input(2), start);
            }
            return wantsImages() ? parts.part(arrays.output(0), start) : parts.temporary(arrays.scratch(0), start);
        }

        /** Not for images that get no gradient, the input of a net for one. */
        private boolean wantsImages() {
            return arrays.output(0) != null;
        }

        private void sum(INDArray part, long number, INDArray sums) {
            parts.sum(steps, arrays.constants(), part, number, arrays.scratch(2), sums);
        }
    }

    private static INDArray wantedOr(KernelArrays arrays, int output, int scratch) {
        return arrays.output(output) != null ? arrays.output(output) : arrays.scratch(scratch);
    }
}
