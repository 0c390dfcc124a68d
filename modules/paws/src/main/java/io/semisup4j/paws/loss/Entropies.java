package io.semisup4j.paws.loss;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Sums;

/** Sums of p log q with 0 log 0 = 0, value and gradient. */
final class Entropies {
    /** The smallest normal float: below it a logarithm would be minus infinity or lose its gradient. */
    private static final double TINY = 1.1754944e-38;

    private Entropies() {}

    /** Mean over the rows of the cross-entropy - sum_c t log p; both N x C. */
    static Tensor meanCrossEntropy(Tensor targets, Tensor probabilities) {
        Tensor sum = Sums.all(Arithmetic.multiply(log(probabilities), targets));
        return Elementwise.multiply(sum, -1.0 / targets.size(0));
    }

    /** sum_c a log a of one distribution, its negative entropy. */
    static Tensor negativeEntropy(Tensor distribution) {
        return Sums.all(Arithmetic.multiply(log(distribution), distribution));
    }

    private static Tensor log(Tensor x) {
        return Elementwise.log(Elementwise.atLeast(x, TINY));
    }
}
