package io.semisup4j.weights.torch;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.Shapes;
import io.semisup4j.weights.TensorData;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A tensor of a torch file whose values are read when asked for, as long as the file is open. */
public final class TorchTensor {
    private final TorchStorage storage;
    private final long offset;
    private final long[] shape;
    private final long[] strides;

    /** The caller has checked that every value lies within the storage. */
    TorchTensor(TorchStorage storage, long offset, long[] shape, long[] strides) {
        this.storage = storage;
        this.offset = offset;
        this.shape = shape.clone();
        this.strides = strides.clone();
    }

    public DType dtype() {
        return storage.dtype();
    }

    /** A copy of the shape; empty for a scalar. */
    public long[] shape() {
        return shape.clone();
    }

    /** The name, within the file, of the storage that this tensor is a view of. */
    public String storageKey() {
        return storage.key();
    }

    /**
     * Reads the values in row-major order, whatever their order in the file.
     *
     * @throws io.semisup4j.weights.WeightsException if the file is damaged or the tensor has 2 GiB or more
     */
    public TensorData read() {
        if (Shapes.count(shape) == 0) {
            return TensorData.of(dtype(), ByteBuffer.allocate(0), shape);
        }
        int size = dtype().bytes();
        int span = Shapes.bytes(dtype(), lastIndex(shape, strides) + 1);
        ByteBuffer bytes = ByteBuffer.wrap(storage.bytes().read(offset * size, span));
        return isRowMajor()
                ? TensorData.of(dtype(), bytes, shape)
                : TensorData.ofStrided(dtype(), bytes, shape, strides);
    }

    /** Strides of axes of extent 1 mean nothing. */
    private boolean isRowMajor() {
        long[] plain = Shapes.rowMajorStrides(shape);
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] != 1 && strides[axis] != plain[axis]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Distance, in values, from a tensor's first value to its farthest; saturates instead of overflowing.
     * All extents are at least 1 and all strides at least 0.
     */
    static long lastIndex(long[] shape, long[] strides) {
        long last = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            long steps = shape[axis] - 1;
            if (steps != 0 && strides[axis] > (Long.MAX_VALUE / 2 - last) / steps) {
                return Long.MAX_VALUE / 2;
            }
            last += steps * strides[axis];
        }
        return last;
    }

    @Override
    public String toString() {
        return "TorchTensor " + dtype() + Arrays.toString(shape);
    }
}
