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
    private static final String NOT_OWN = "not-own";

    private ContrastiveRows() {}

    /**
     * exp(n k^T / tau) with the own entry 0, divided by its row sum.
     *
     * @param rows N x D, normalised
     * @param keys K x D, normalised
     * @param notOwn N x K, 0 for a row's own key and 1 elsewhere
     * @return N x K
     */
    static Tensor weights(Tensor rows, Tensor keys, Tensor notOwn, double temperature) {
        Tensor similarities = Matrices.productTransposed(rows, keys);
        // Similarities over tau stay small enough for exp, so no maximum is subtracted (as published).
        Tensor exponentials =
                Arithmetic.multiply(Elementwise.exp(Elementwise.multiply(similarities, 1 / temperature)), notOwn);
        return Arithmetic.divide(exponentials, Sums.rows(exponentials));
    }

    /**
     * The mask of own entries as a constant.
     *
     * @param rows N x D
     * @param keys K x D
     * @param firstOwn the key that belongs to row 0; row i's is firstOwn + i
     */
    static Tensor notOwn(Tensor rows, Tensor keys, long firstOwn) {
        INDArray mask = Nd4j.ones(rows.graph().type(), rows.size(0), keys.size(0));
        for (long i = 0; i < rows.size(0); i++) {
            mask.putScalar(i, firstOwn + i, 0);
        }
        return rows.graph().constant(NOT_OWN, mask);
    }

    /** In the place of the mask where nothing is computed: an input of its shape, so that nothing of its size is made. */
    static Tensor outline(String loss, Tensor rows, Tensor keys) {
        return rows.graph().input(loss + "/" + NOT_OWN, rows.size(0), keys.size(0));
    }
}
