package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.kernels.Constants;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums of a matrix's columns as two products with ones (forty times faster than the reductions): first over strided
 * rows, then over what these left. One product over all R rows would round with R in float, this one with the square
 * root of R; batch statistics need that, for a ReLU turns their last digits into another gradient.
 *
 * @param rows R
 * @param columns C
 * @param partial m, a divisor of R at most its root: the first product leaves [m, C]
 */
record ColumnSums(long rows, long columns, long partial) {

    /** For all axes but the last as rows: [..., C]. */
    static ColumnSums of(long[] shape) {
        long columns = shape[shape.length - 1];
        long rows = 1;
        for (int axis = 0; axis < shape.length - 1; axis++) {
            rows *= shape[axis];
        }
        long partial = (long) Math.sqrt(rows);
        while (rows % partial != 0) {
            partial--;
        }
        return new ColumnSums(rows, columns, partial);
    }

    /** Shape of the temporary that {@link #scaled} needs: [m, C]. */
    long[] scratch() {
        return new long[] {partial, columns};
    }

    /** sums [1, C] = factor * the sums of the columns of x [R, C]; {@code left} is a temporary. */
    void scaled(Steps steps, Constants constants, INDArray x, double factor, INDArray left, INDArray sums) {
        INDArray strided = x.reshape('c', rows / partial, partial * columns);
        steps.product(constants.onesRow(rows / partial), strided, Matrix.row(left))
                .product(constants.filled(factor, 1, partial), left, sums);
    }
}
