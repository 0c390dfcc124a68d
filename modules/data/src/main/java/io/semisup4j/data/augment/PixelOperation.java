package io.semisup4j.data.augment;

import io.semisup4j.data.random.Draws;

/**
 * A change of a picture with nothing left to chance: same pixels in, same pixels out. It is an {@link Augmentation} too,
 * one that draws no number and always does the same.
 */
@FunctionalInterface
public interface PixelOperation extends Augmentation {
    /** Leaves the picture as it is. */
    PixelOperation NOTHING = canvas -> {};

    /** Changes the picture on the canvas. */
    void apply(Canvas canvas);

    @Override
    default PixelOperation draw(Draws draws, int height, int width) {
        return this;
    }
}
