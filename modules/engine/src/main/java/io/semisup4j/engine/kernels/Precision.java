package io.semisup4j.engine.kernels;

/**
 * The number format that intermediate tensors may take. Parameters, gradients of parameters, statistics and results
 * always keep the graph's own format, and so does whatever a provider computes more accurately there: losses, softmax,
 * normalisation.
 */
public enum Precision {
    /** The graph's own number format everywhere. */
    FULL,
    /** Images, and factors of products with learned weights, in bfloat16; sums in the graph's own format. */
    BFLOAT16
}
