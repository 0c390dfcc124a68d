package io.semisup4j.nets.state;

import java.util.Arrays;

/**
 * An array that a network owns.
 *
 * @param name its name in the official state dictionary
 * @param kind what happens to it
 * @param shape its shape here; empty for a counter
 * @param initialiser its values in a new network
 * @param axes the order of its axes in official files
 */
public record Declaration(String name, Kind kind, long[] shape, Initialiser initialiser, AxisOrder axes) {

    /** What happens to an array. */
    public enum Kind {
        /** Trained. */
        PARAMETER,
        /** Real numbers that live between steps but are not trained. */
        BUFFER,
        /** One whole number. */
        COUNTER
    }

    /** Its shape in official files. */
    public long[] officialShape() {
        return axes.officialShape(shape);
    }

    /** Number of elements. */
    public long length() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    boolean sameAs(Declaration other) {
        return name.equals(other.name)
                && kind == other.kind
                && Arrays.equals(shape, other.shape)
                && initialiser.equals(other.initialiser)
                && axes == other.axes;
    }

    @Override
    public String toString() {
        return kind + " " + name + Arrays.toString(shape);
    }
}
