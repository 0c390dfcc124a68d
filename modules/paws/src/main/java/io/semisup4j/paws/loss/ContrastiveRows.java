package io.semisup4j.paws.loss;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Sums;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Softmax weights of rows over keys, the row's own key left out; shared by SimCLR and SuNCEt. */
final class ContrastiveRows {
    private ContrastiveRows() {}

    /**
     * exp(n k^T / tau) with the own entry 0, divided by its row sum.
     *
     * @param rows N x D, normalised
     * @param keys K x D, normalised
     * @param firstOwn the key that belongs to row 0; row i's is firstOwn + i
     * @return N x K
     */
    static Tensor weights(Tensor rows, Tensor keys, long firstOwn, double temperature) {
        Tensor similarities = Matrices.productTransposed(rows, keys);
        // Similarities over tau stay small enough for exp, so no maximum is subtracted (as published).
        Tensor exponentials = Arithmetic.multiply(
                Elementwise.exp(Elementwise.multiply(similarities, 1 / temperature)),
                rows.graph().constant("not-own", notOwn(rows.size(0), keys.size(0), firstOwn)));
        return Arithmetic.divide(exponentials, Sums.rows(exponentials));
    }

    private static INDArray notOwn(long rows, long keys, long firstOwn) {
        double[][] mask = new double[(int) rows][(int) keys];
        for (int i = 0; i < rows; i++) {
            java.util.Arrays.fill(mask[i], 1);
            mask[i][(int) firstOwn + i] = 0;
        }
        return Nd4j.createFromArray(mask);
    }
}
