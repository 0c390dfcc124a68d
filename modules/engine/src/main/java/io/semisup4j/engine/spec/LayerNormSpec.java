package io.semisup4j.engine.spec;

/** Normalisation of every row of [..., D], read as a matrix [M, D]. Variances are biased (divided by D). */
public sealed interface LayerNormSpec extends OpSpec {
    double epsilon();

    /** x, gamma [D], beta [D]; gives y, and mean and variance of every row, both [M, 1]. */
    record Forward(double epsilon) implements LayerNormSpec {}

    /** x, dy, gamma, beta, mean, variance; gives dx, dgamma, dbeta. */
    record Gradient(double epsilon) implements LayerNormSpec {}
}
