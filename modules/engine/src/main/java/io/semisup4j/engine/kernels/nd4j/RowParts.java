package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Constants;
import java.util.function.BiConsumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix cut into runs of rows, so that the temporaries of what is computed in several passes are small beside a large
 * matrix: at most 16 MB each in float.
 *
 * @param rows R
 * @param columns C
 * @param size rows of a part, a power of two; the last may have fewer
 */
record RowParts(long rows, long columns, long size) {
    /** At most so many in a part, unless one row has more. */
    private static final long ELEMENTS = 1 << 22;

    /** For all axes but the last as rows: [..., C]. */
    static RowParts of(long[] shape) {
        long columns = shape[shape.length - 1];
        long rows = 1;
        for (int axis = 0; axis < shape.length - 1; axis++) {
            rows *= shape[axis];
        }
        return new RowParts(rows, columns, Long.highestOneBit(Math.max(1, ELEMENTS / columns)));
    }

    /** Calls with every part's number and first row. */
    void each(BiConsumer<Long, Long> work) {
        for (long part = 0; part < count(); part++) {
            work.accept(part, part * size);
        }
    }

    /** The rows [r, C] of the part that begins at a row of an array [..., C]. */
    INDArray part(INDArray array, long start) {
        return Views.of(array, start * columns, Math.min(size, rows - start), columns);
    }

    /** A temporary for a part, in the shape of the part that begins at a row. */
    INDArray temporary(INDArray scratch, long start) {
        return Views.of(scratch, 0, Math.min(size, rows - start), columns);
    }

    /** Shape of a temporary that holds any part. */
    long[] largest() {
        return new long[] {Math.min(size, rows), columns};
    }

    /** Shape of the sums of all parts' columns: one row a part. */
    long[] sums() {
        return new long[] {count(), columns};
    }

    /** Sums the columns of a part [r, C] into its row of {@code sums}; {@code left} is a temporary like a part. */
    void sum(Steps steps, Constants constants, INDArray part, long number, INDArray left, INDArray sums) {
        ColumnSums columnSums = ColumnSums.of(part.shape());
        long[] partial = columnSums.scratch();
        INDArray row = Views.of(sums, number * columns, 1, columns);
        columnSums.scaled(steps, constants, part, 1, Views.of(left, 0, partial), row);
    }

    /** total [1, C] = factor * the sum of all parts' sums. */
    void total(Steps steps, Constants constants, double factor, INDArray sums, INDArray total) {
        steps.product(constants.filled(factor, 1, count()), sums, total);
    }

    /** How many parts there are. */
    long count() {
        return (rows + size - 1) / size;
    }
}
