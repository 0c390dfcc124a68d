package io.semisup4j.engine.flat;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Row-major views into the memory of an array. */
public final class Views {
    private Views() {}

    /**
     * A view of {@code base} that begins {@code offset} elements after its beginning.
     *
     * @param base a contiguous row-major array, itself possibly a view
     * @param shape shape of the view; empty for a scalar, given as shape [1]
     */
    public static INDArray of(INDArray base, long offset, long... shape) {
        long[] dims = shape.length == 0 ? new long[] {1} : shape;
        DataBuffer buffer = base.data().originalDataBuffer() == null
                ? base.data()
                : base.data().originalDataBuffer();
        return Nd4j.create(buffer, dims, Nd4j.getStrides(dims, 'c'), base.offset() + offset, 'c');
    }
}
