package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.spec.BatchNormSpec;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.RSqrt;

/**
 * What batch normalisation does to rows [r, C] with given statistics.
 *
 * @param spec the variant: epsilon, and whether a ReLU follows
 * @param mean of every channel
 * @param variance of every channel, biased
 */
record Nd4jBatchNorm(BatchNormSpec spec, INDArray mean, INDArray variance) {

    /** y = (x - mean) / sqrt(variance + epsilon) * gamma + beta. */
    void normalise(Steps steps, INDArray x, INDArray gamma, INDArray beta, INDArray y) {
        affine(steps, x, gamma, beta, y);
        if (spec.relu()) {
            steps.op("relu", List.of(y), List.of(y), new int[0], new double[] {0});
        }
    }

    /** y = (x - mean) / sqrt(variance + epsilon) * gamma + beta, without the ReLU. */
    void affine(Steps steps, INDArray x, INDArray gamma, INDArray beta, INDArray y) {
        steps.op(
                "batchnorm",
                List.of(images(x), vector(mean), vector(variance), vector(gamma), vector(beta)),
                List.of(images(y)),
                new int[] {1, 1, 3},
                new double[] {spec.epsilon()});
    }

    /** -mean, which {@link Steps#addRow} takes away faster than a subtraction. */
    void negativeMean(Steps steps, INDArray negative) {
        steps.affine(Matrix.row(mean), -1, 0, negative);
    }

    /** s = 1 / sqrt(variance + epsilon), [1, C]. */
    void inverseDeviation(Steps steps, INDArray deviation) {
        steps.affine(Matrix.row(variance), 1, spec.epsilon(), deviation).op(new RSqrt(deviation, deviation));
    }

    /** g = dy where y > 0; g and dy may be the same memory, the temporary none of them. */
    static void behindRelu(Steps steps, INDArray y, INDArray dy, INDArray temporary, INDArray g) {
        steps.op(new Step(y, temporary, 0.0)).arithmetic("multiply", temporary, dy, g);
    }

    /** Rows as images of one pixel, as the native op wants them. */
    private static INDArray images(INDArray rows) {
        return Views.of(rows, 0, rows.size(0), 1, 1, rows.size(1));
    }

    private static INDArray vector(INDArray row) {
        return Views.of(row, 0, row.length());
    }
}
