package io.semisup4j.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.kernels.nd4j.Nd4jKernels;
import io.semisup4j.engine.ops.BatchNorm;
import io.semisup4j.engine.ops.Convolution;
import io.semisup4j.engine.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One float as the sum of all 65,536 pixels of a channel was wrong by up to 2.4e-6. */
class BatchStatisticsTest {
    private static final long SEED = 11;
    private static final int CHANNELS = 32;
    private static final int PIXELS = 64 * 32 * 32;
    private static final double LAST_DIGITS = 1.2e-6;

    @Test
    void statistics_of_a_large_batch_are_exact_to_the_last_digits_with_onednn() {
        check(List.of(new OnednnKernels(), new Nd4jKernels()));
    }

    @Test
    void statistics_of_a_large_batch_are_exact_to_the_last_digits_with_nd4j() {
        check(List.of(new Nd4jKernels()));
    }

    private static void check(List<KernelProvider> kernels) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] pixels = new float[PIXELS * CHANNELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (random.nextGaussian() + i % CHANNELS * 0.1);
        }
        Graph graph = new Graph(DataType.FLOAT);
        Tensor x = graph.input("x", 64, 32, 32, CHANNELS);
        // Blocked images come from a convolution; the identity leaves every number as it is.
        Tensor identity = graph.constant("identity", Nd4j.eye(CHANNELS).reshape(1, 1, CHANNELS, CHANNELS));
        Tensor images = Convolution.convolve(x, identity, 1, 0);
        Tensor ones = graph.constant("ones", Nd4j.ones(DataType.FLOAT, CHANNELS));
        BatchNorm.Trained trained = BatchNorm.train(images, ones, ones, 1e-5, true);
        Plan plan = Plan.of(graph)
                .kernels(kernels)
                .outputs(Map.of("y", trained.y(), "mean", trained.mean(), "variance", trained.variance()))
                .compile();
        plan.input("x").assign(Nd4j.createFromArray(pixels).reshape(64, 32, 32, CHANNELS));
        plan.run();
        compare(pixels, plan.output("mean"), plan.output("variance"));
    }

    private static void compare(float[] pixels, INDArray means, INDArray variances) {
        for (int c = 0; c < CHANNELS; c++) {
            double sum = 0;
            for (int i = c; i < pixels.length; i += CHANNELS) {
                sum += pixels[i];
            }
            double mean = sum / PIXELS;
            double squares = 0;
            for (int i = c; i < pixels.length; i += CHANNELS) {
                squares += (pixels[i] - mean) * (pixels[i] - mean);
            }
            double variance = squares / PIXELS;
            String channel = "channel " + c + ", seed " + SEED;
            System.out.printf(
                    "ERR %.1e %.1e%n",
                    Math.abs(means.getDouble(c) - mean), Math.abs(variances.getDouble(c) / variance - 1));
            assertThat(Math.abs(means.getDouble(c) - mean) / Math.max(1, mean))
                    .as("mean of " + channel)
                    .isLessThan(LAST_DIGITS);
            assertThat(Math.abs(variances.getDouble(c) / variance - 1))
                    .as("variance of " + channel)
                    .isLessThan(LAST_DIGITS);
        }
    }
}
