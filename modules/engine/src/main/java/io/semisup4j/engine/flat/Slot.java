package io.semisup4j.engine.flat;

import java.util.Arrays;

/**
 * The place of one named array in a flat vector.
 *
 * @param name the array's name, in the published state dictionaries' words
 * @param shape its shape; row-major; an empty shape is a scalar
 * @param offset its first element's index in the vector
 */
public record Slot(String name, long[] shape, long offset) {

    /** Number of elements. */
    public long length() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(shape) + "@" + offset;
    }
}
