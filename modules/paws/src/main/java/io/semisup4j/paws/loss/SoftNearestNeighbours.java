package io.semisup4j.paws.loss;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Rows;

/**
 * The differentiable classifier of PAWS: a softmax over cosine similarities to the supports, times their labels (PAWS,
 * equation 1).
 *
 * @param temperature tau, above 0
 */
public record SoftNearestNeighbours(double temperature) {

    public SoftNearestNeighbours {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("the temperature must be above 0, not " + temperature);
        }
    }

    /**
     * Soft labels of the queries.
     *
     * @param queries N x D
     * @param supports S x D
     * @param labels S x C
     * @return N x C
     */
    public Tensor classify(Tensor queries, Tensor supports, Tensor labels) {
        Tensor similarities = Matrices.productTransposed(Rows.normalise(queries), Rows.normalise(supports)); // N x S
        Tensor weights = Rows.softmax(Elementwise.multiply(similarities, 1 / temperature)); // N x S
        return Matrices.product(weights, labels); // N x C
    }
}
