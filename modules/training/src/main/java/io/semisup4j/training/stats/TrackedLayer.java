package io.semisup4j.training.stats;

/**
 * A batch normalisation layer in one forward pass.
 *
 * @param name the layer's name; its buffers are {@code name.running_mean} and {@code name.running_var}
 * @param momentum share of the batch in the new running value (0.1 by default; 0.99 in the last layer of PAWS's
 *     WideResNet)
 * @param count values that the batch's mean was taken over: rows * height * width, at least 2
 */
public record TrackedLayer(String name, double momentum, long count) {

    public TrackedLayer {
        if (count < 2) {
            throw new IllegalArgumentException("the layer '" + name + "' normalises over " + count
                    + " value; the variance of a batch needs at least 2 (a larger batch or larger pictures)");
        }
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "the momentum of the layer '" + name + "' is " + momentum + "; it must lie between 0 and 1");
        }
    }

    String mean() {
        return name + ".running_mean";
    }

    String variance() {
        return name + ".running_var";
    }

    /** What the batch's biased variance is multiplied by to become the unbiased one. */
    double unbiased() {
        return (double) count / (count - 1);
    }
}
