package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Signature;

/**
 * Mean and variance of every channel of blocked images, exact to the last digits of a float. oneDNN's batch
 * normalisation adds up all pixels of a channel in one float, which costs two or three digits in large batches; the
 * ReLUs behind it turn these into another gradient. Here every strip of some rows of every image is summed by itself,
 * and these sums in double.
 *
 * <p>The variance is the mean square without the square of the mean: exact to some 1e-7 of the mean square, which matters
 * only where a channel hardly varies around a mean far from 0.
 */
final class BatchStatistics {
    private BatchStatistics() {}

    /** Whether these images can be read strip by strip. */
    static boolean suits(Format format) {
        return ImageFormat.isBlocked(format);
    }

    /** Computes {@code mean} and {@code variance} (biased), both [C], of x, input 0 [N, H, W, C]. */
    static void compute(Program program, ImageFormat format, Signature signature, Operand mean, Operand variance) {
        long[] shape = signature.input(0);
        StripSums strips = StripSums.of(program, format, shape);
        program.then(
                new Moments(strips.layout(), shape[1] * shape[2], strips.sums(), strips.squares(), mean, variance));
    }
}
