package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Tensor;

/** Softmax cross-entropy. */
public final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * Mean over the rows of - sum_c t log softmax(x).
     *
     * @param logits x, N x C
     * @param targets t, N x C, rows summing to 1; one-hot for hard labels
     * @return shape [1]
     */
    public static Tensor mean(Tensor logits, Tensor targets) {
        if (!logits.hasShape(targets.shape())) {
            throw new IllegalArgumentException(
                    "logits and targets must have one shape, not " + logits + " and " + targets);
        }
        Tensor sum = Sums.all(Arithmetic.multiply(Rows.logSoftmax(logits), targets));
        return Elementwise.multiply(sum, -1.0 / logits.size(0));
    }
}
