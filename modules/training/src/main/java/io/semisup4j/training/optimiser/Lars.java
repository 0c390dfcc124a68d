package io.semisup4j.training.optimiser;

/**
 * Layer-wise adaptive rate scaling (You et al. 2017), as PAWS and SimCLR+CT use it around SGD.
 *
 * @param trust the trust coefficient
 * @param epsilon added to the denominator
 */
public record Lars(double trust, double epsilon) {

    /** The values of PAWS and SimCLR+CT: trust 0.001, epsilon 1e-8. */
    public static Lars published() {
        return new Lars(0.001, 1e-8);
    }

    /** The factor of a tensor's learning rate, given the norms of the tensor and of its gradient (both not 0). */
    double rate(double parameterNorm, double gradientNorm, double weightDecay) {
        return trust * parameterNorm / (gradientNorm + weightDecay * parameterNorm + epsilon);
    }
}
