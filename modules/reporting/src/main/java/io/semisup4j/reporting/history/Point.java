package io.semisup4j.reporting.history;

/**
 * One place of a curve.
 *
 * @param x steps done
 * @param mean of the values there
 * @param low the smallest of them
 * @param high the largest of them
 */
public record Point(double x, double mean, double low, double high) {

    /** A single value. */
    public static Point of(double x, double value) {
        return new Point(x, value, value, value);
    }

    /** The same values at another place. */
    public Point at(double place) {
        return new Point(place, mean, low, high);
    }
}
