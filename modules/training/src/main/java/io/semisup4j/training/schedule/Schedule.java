package io.semisup4j.training.schedule;

/** A value for every step of a run, as a pure function. */
@FunctionalInterface
public interface Schedule {

    /** The value that the step of this number (from 0) uses. */
    double at(long step);

    /** The same value at every step. */
    static Schedule constant(double value) {
        return new Constant(value);
    }
}
