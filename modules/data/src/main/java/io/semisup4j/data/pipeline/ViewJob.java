package io.semisup4j.data.pipeline;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.random.Draws;

/**
 * One view to make: of which picture, how, and with which randomness. Two views with equal (epoch, image, view) see equal
 * random numbers, so a picture that occurs more than once in an epoch needs another {@code epoch} or {@code view} each
 * time: support pictures, for example, take the step in place of the epoch, and views that no unlabelled picture has.
 *
 * @param images the set
 * @param image index in the set
 * @param transform makes the view
 * @param epoch second key of the view's {@link Draws}
 * @param view fourth key of the view's {@link Draws}
 */
public record ViewJob(LabeledImages images, int image, ViewTransform transform, long epoch, long view) {
    /** The class of the picture. */
    public int label() {
        return images.label(image);
    }

    Draws draws(long seed) {
        return Draws.of(seed, epoch, image, view);
    }
}
