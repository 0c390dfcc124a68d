package io.semisup4j.engine.kernels;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Constant arrays that the kernels of one plan share; made while the plan is bound. */
public final class Constants {
    private final DataType type;
    private final Map<String, INDArray> arrays = new HashMap<>();

    public Constants(DataType type) {
        this.type = type;
    }

    /** A row-major array of the given shape whose elements all equal {@code value}. */
    public INDArray filled(double value, long... shape) {
        String key = value + java.util.Arrays.toString(shape);
        return arrays.computeIfAbsent(key, k -> Nd4j.valueArrayOf(shape, value, type));
    }

    /** A row of {@code count} ones, shape [1, count]: a matrix product with it sums columns, the fast way. */
    public INDArray onesRow(long count) {
        return filled(1, 1, count);
    }

    /** A column of {@code count} ones, shape [count, 1]: a matrix product with it sums rows, the fast way. */
    public INDArray onesColumn(long count) {
        return filled(1, count, 1);
    }
}
