package io.semisup4j.engine.collective;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.BatchNorm;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.spec.BatchNormSpec;
import java.util.Arrays;
import java.util.List;

/**
 * Batch normalisation in train mode over the rows of all devices, as PyTorch's SyncBatchNorm: statistics are those of
 * the joint batch, and the gradient of x knows that they depend on every device's x.
 */
public final class SynchronisedBatchNorm {
    private SynchronisedBatchNorm() {}

    /**
     * Normalises by mean and biased variance of all devices' batches, which must have equally many rows. The gradients of
     * gamma and beta are this device's share; the devices average them with all others.
     *
     * @param x [..., C]
     * @param relu whether a ReLU follows
     */
    public static BatchNorm.Trained train(
            Tensor x, Tensor gamma, Tensor beta, double epsilon, boolean relu, Group group) {
        if (group.isAlone()) {
            return BatchNorm.train(x, gamma, beta, epsilon, relu);
        }
        Graph graph = x.graph();
        long[] channels = {x.size(-1)};
        // Only the statistics are read, so kernels need not normalise.
        List<Tensor> own = graph.apply(
                new BatchNormSpec.Train(epsilon, false),
                List.of(x, gamma, beta),
                List.of(x.shape(), channels, channels, new long[] {x.length()}),
                null);
        Tensor mean = Collectives.mean(group, own.get(1));
        Tensor shift = Arithmetic.subtract(own.get(1), mean);
        // The variance of all rows: the devices' own, and what their means differ by.
        Tensor variance = Collectives.mean(group, Arithmetic.add(own.get(2), Elementwise.square(shift)));
        Tensor[] y = new Tensor[1];
        y[0] = graph.apply(
                        new BatchNormSpec.Inference(epsilon, relu),
                        List.of(x, gamma, beta, mean, variance),
                        List.of(x.shape()),
                        upstream -> gradient(
                                List.of(x, y[0], upstream.get(0), gamma, mean, variance), epsilon, relu, group))
                .get(0);
        return new BatchNorm.Trained(y[0], mean, variance);
    }

    /**
     * With x^ = (x - mean) s, s = 1/sqrt(variance + epsilon) and means over the rows of all devices: dx = gamma s (dy -
     * mean(dy) - x^ mean(dy x^)). The first term is the gradient for given statistics, the others are an affine function
     * of x^, which is a normalisation again.
     */
    private static List<Tensor> gradient(List<Tensor> inputs, double epsilon, boolean relu, Group group) {
        Tensor x = inputs.get(0);
        Tensor gamma = inputs.get(3);
        Tensor mean = inputs.get(4);
        Tensor variance = inputs.get(5);
        Graph graph = x.graph();
        long channels = gamma.length();
        List<Tensor> given = graph.apply(
                new BatchNormSpec.InferenceGradient(epsilon, relu),
                inputs,
                List.of(x.shape(), gamma.shape(), gamma.shape()),
                null);
        Tensor sums = Collectives.mean(group, Shapes.concat(List.of(given.get(1), given.get(2)))); // [2 C]
        Tensor deviation = Elementwise.sqrt(Elementwise.affine(variance, 1, epsilon));
        Tensor slope = Elementwise.multiply(Arithmetic.divide(gamma, deviation), 1.0 / x.rows());
        Tensor common = graph.apply(
                        new BatchNormSpec.Inference(epsilon, false),
                        List.of(
                                x,
                                Arithmetic.multiply(slope, Shapes.rows(sums, 0, channels)),
                                Arithmetic.multiply(slope, Shapes.rows(sums, channels, 2 * channels)),
                                mean,
                                variance),
                        List.of(x.shape()),
                        null)
                .get(0);
        return Arrays.asList(Arithmetic.subtract(given.get(0), common), given.get(1), given.get(2), null, null);
    }
}
