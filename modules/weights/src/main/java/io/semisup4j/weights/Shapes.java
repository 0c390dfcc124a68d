package io.semisup4j.weights;

import java.util.Arrays;

/** Arithmetic on shapes that a file has claimed and that may therefore be anything. */
public final class Shapes {
    private Shapes() {}

    /**
     * Number of values of a shape; 1 for the shape of a scalar.
     *
     * @throws WeightsException if an extent is negative or the product does not fit a long
     */
    public static long count(long... shape) {
        long count = 1;
        boolean empty = false;
        for (long extent : shape) {
            if (extent < 0) {
                throw new WeightsException("The shape " + Arrays.toString(shape) + " has a negative extent.");
            }
            empty |= extent == 0;
        }
        if (empty) {
            return 0;
        }
        for (long extent : shape) {
            if (count > Long.MAX_VALUE / extent) {
                throw new WeightsException("The shape " + Arrays.toString(shape) + " has more values than can exist.");
            }
            count *= extent;
        }
        return count;
    }

    /**
     * Bytes of an array, as a size that one Java buffer can have.
     *
     * @throws WeightsException for arrays of 2 GiB and more
     */
    public static int bytes(DType dtype, long... shape) {
        long count = count(shape);
        if (count > (Integer.MAX_VALUE - 8) / dtype.bytes()) {
            throw new WeightsException("An array of " + dtype + " and shape " + Arrays.toString(shape)
                    + " has 2 GiB or more; single arrays of that size cannot be read.");
        }
        return (int) count * dtype.bytes();
    }

    /** Distances, in values, between neighbours along each axis of a row-major array. */
    public static long[] rowMajorStrides(long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= Math.max(1, shape[axis]);
        }
        return strides;
    }
}
