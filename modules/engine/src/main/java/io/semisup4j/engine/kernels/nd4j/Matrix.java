package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Matrix readings of plain arrays. */
final class Matrix {
    private Matrix() {}

    /** All axes but the last as rows: [..., N] as [M, N]. */
    static INDArray of(INDArray array) {
        long columns = array.size(-1);
        return Views.of(array, 0, array.length() / columns, columns);
    }

    /** A vector of any shape as a row, [1, N]. */
    static INDArray row(INDArray vector) {
        return Views.of(vector, 0, 1, vector.length());
    }
}
