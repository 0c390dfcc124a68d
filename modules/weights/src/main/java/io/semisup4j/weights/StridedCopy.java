package io.semisup4j.weights;

import java.nio.ByteBuffer;

/** Gathers a strided array (a transposed or sliced view of a larger storage) into row-major order. */
final class StridedCopy {
    private StridedCopy() {}

    /**
     * @param source bytes of the storage; the array's first value is at byte 0
     * @param strides in values, not negative; every value they reach must lie within {@code source}
     */
    static ByteBuffer rowMajor(ByteBuffer source, DType dtype, long[] shape, long[] strides) {
        int size = dtype.bytes();
        ByteBuffer target = ByteBuffer.allocate(Shapes.bytes(dtype, shape));
        long[] index = new long[shape.length];
        long from = 0;
        for (int to = 0; to < target.capacity(); to += size) {
            target.put(to, source, Math.toIntExact(from * size), size);
            from += advance(index, shape, strides);
        }
        return target;
    }

    /** Moves to the next index in row-major order and answers by how many values the storage position changes. */
    private static long advance(long[] index, long[] shape, long[] strides) {
        long change = 0;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (++index[axis] < shape[axis]) {
                return change + strides[axis];
            }
            change -= (shape[axis] - 1) * strides[axis];
            index[axis] = 0;
        }
        return change;
    }
}
