package io.semisup4j.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * An immutable array as files hold it: a number format, a shape ({@code []} is a scalar) and its values in row-major
 * order, little-endian.
 */
public final class TensorData {
    private final DType dtype;
    private final long[] shape;
    private final ByteBuffer data;

    private TensorData(DType dtype, ByteBuffer data, long[] shape) {
        this.dtype = dtype;
        this.shape = shape.clone();
        this.data = data.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (data.remaining() != Shapes.bytes(dtype, shape)) {
            throw new WeightsException("An array of " + dtype + " and shape " + Arrays.toString(shape) + " needs "
                    + Shapes.bytes(dtype, shape) + " bytes, but " + data.remaining() + " were given.");
        }
    }

    /**
     * An array over the remaining bytes of a buffer, which is not copied: the caller gives it up.
     *
     * @throws WeightsException if the number of bytes is not that of the shape
     */
    public static TensorData of(DType dtype, ByteBuffer data, long... shape) {
        return new TensorData(dtype, data, shape);
    }

    /**
     * A row-major copy of a strided array that begins at the buffer's position.
     *
     * @param strides in values, not negative, one an axis
     */
    public static TensorData ofStrided(DType dtype, ByteBuffer storage, long[] shape, long[] strides) {
        return new TensorData(dtype, StridedCopy.rowMajor(storage.slice(), dtype, shape, strides), shape);
    }

    /** A FLOAT32 array with a copy of the values. */
    public static TensorData ofFloats(float[] values, long... shape) {
        ByteBuffer data = allocate(values.length, DType.FLOAT32);
        data.asFloatBuffer().put(values);
        return new TensorData(DType.FLOAT32, data, shape);
    }

    /** A FLOAT64 array with a copy of the values. */
    public static TensorData ofDoubles(double[] values, long... shape) {
        ByteBuffer data = allocate(values.length, DType.FLOAT64);
        data.asDoubleBuffer().put(values);
        return new TensorData(DType.FLOAT64, data, shape);
    }

    /** An INT64 array with a copy of the values. */
    public static TensorData ofLongs(long[] values, long... shape) {
        ByteBuffer data = allocate(values.length, DType.INT64);
        data.asLongBuffer().put(values);
        return new TensorData(DType.INT64, data, shape);
    }

    private static ByteBuffer allocate(int count, DType dtype) {
        return ByteBuffer.allocate(Shapes.bytes(dtype, count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    public DType dtype() {
        return dtype;
    }

    /** A copy of the shape; empty for a scalar. */
    public long[] shape() {
        return shape.clone();
    }

    /** Number of values. */
    public int count() {
        return data.capacity() / dtype.bytes();
    }

    /** The values as a read-only little-endian buffer of their own position, in row-major order. */
    public ByteBuffer bytes() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All values as float, row-major: FLOAT64 and integers are rounded to nearest, BOOL is 0 or 1. */
    public float[] toFloats() {
        float[] values = new float[count()];
        if (dtype == DType.FLOAT32) {
            data.asFloatBuffer().get(values);
            return values;
        }
        IntToDoubleFunction at = reader();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) at.applyAsDouble(i);
        }
        return values;
    }

    /** All values as double, row-major: exact except for INT64 beyond 2^53; BOOL is 0 or 1. */
    public double[] toDoubles() {
        double[] values = new double[count()];
        if (dtype == DType.FLOAT64) {
            data.asDoubleBuffer().get(values);
            return values;
        }
        IntToDoubleFunction at = reader();
        for (int i = 0; i < values.length; i++) {
            values[i] = at.applyAsDouble(i);
        }
        return values;
    }

    /**
     * All values as long, row-major; BOOL is 0 or 1.
     *
     * @throws WeightsException if a floating-point value is not a whole number
     */
    public long[] toLongs() {
        long[] values = new long[count()];
        if (dtype == DType.INT64) {
            data.asLongBuffer().get(values);
            return values;
        }
        IntToDoubleFunction at = reader();
        for (int i = 0; i < values.length; i++) {
            double value = at.applyAsDouble(i);
            if (value != Math.rint(value) || Math.abs(value) > 0x1p62) {
                throw new WeightsException("Value " + i + " of " + this + " is " + value + ", not a whole number;"
                        + " read the array as doubles.");
            }
            values[i] = (long) value;
        }
        return values;
    }

    private IntToDoubleFunction reader() {
        return switch (dtype) {
            case FLOAT16 -> i -> HalfFloats.fromFloat16(data.getShort(2 * i));
            case BFLOAT16 -> i -> HalfFloats.fromBfloat16(data.getShort(2 * i));
            case FLOAT32 -> i -> data.getFloat(4 * i);
            case FLOAT64 -> i -> data.getDouble(8 * i);
            case INT8 -> data::get;
            case UINT8 -> i -> data.get(i) & 0xFF;
            case INT16 -> i -> data.getShort(2 * i);
            case INT32 -> i -> data.getInt(4 * i);
            case INT64 -> i -> data.getLong(8 * i);
            case BOOL -> i -> data.get(i) == 0 ? 0 : 1;
        };
    }

    /** Equal in format, shape and every bit (so NaN equals itself, and 0.0 differs from -0.0). */
    @Override
    public boolean equals(Object other) {
        return other instanceof TensorData that
                && dtype == that.dtype
                && Arrays.equals(shape, that.shape)
                && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + data.hashCode();
    }

    @Override
    public String toString() {
        return dtype + Arrays.toString(shape);
    }
}
