package io.semisup4j.data.augment;

import io.semisup4j.data.random.Draws;

/** A random change of a picture: draws its numbers once for a picture and so becomes a {@link PixelOperation}. */
@FunctionalInterface
public interface Augmentation {
    /**
     * Draws what is to be done.
     *
     * @param draws the randomness, advanced by as many numbers as the augmentation needs
     * @param height rows of the picture that will be changed
     * @param width columns of the picture that will be changed
     */
    PixelOperation draw(Draws draws, int height, int width);
}
