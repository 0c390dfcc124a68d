package io.semisup4j.training.schedule;

/**
 * One value for all steps.
 *
 * @param value the value
 */
public record Constant(double value) implements Schedule {
    @Override
    public double at(long step) {
        return value;
    }
}
