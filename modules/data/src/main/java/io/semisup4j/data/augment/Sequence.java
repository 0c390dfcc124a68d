package io.semisup4j.data.augment;

import java.util.List;

/**
 * Several operations, one after the other.
 *
 * @param steps in the order of application
 */
public record Sequence(List<PixelOperation> steps) implements PixelOperation {
    public Sequence {
        steps = List.copyOf(steps);
    }

    @Override
    public void apply(Canvas canvas) {
        for (PixelOperation step : steps) {
            step.apply(canvas);
        }
    }
}
