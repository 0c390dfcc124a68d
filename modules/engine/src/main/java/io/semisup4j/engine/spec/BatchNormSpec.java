package io.semisup4j.engine.spec;

/**
 * Batch normalisation over all axes but the last, channels C; optionally followed by a ReLU in the same pass. Variances
 * are biased (divided by the count).
 */
public sealed interface BatchNormSpec extends OpSpec {
    double epsilon();

    boolean relu();

    /** x, gamma, beta; gives y, mean [C], variance [C] of the batch and the provider's notes for the gradient. */
    record Train(double epsilon, boolean relu) implements BatchNormSpec {}

    /** x, y, dy, gamma, beta, mean, variance, notes; gives dx, dgamma, dbeta. */
    record TrainGradient(double epsilon, boolean relu) implements BatchNormSpec {}

    /** x, gamma, beta, running mean, running variance; gives y. */
    record Inference(double epsilon, boolean relu) implements BatchNormSpec {}

    /** x, y, dy, gamma, running mean, running variance; gives dx, dgamma, dbeta. */
    record InferenceGradient(double epsilon, boolean relu) implements BatchNormSpec {}
}
