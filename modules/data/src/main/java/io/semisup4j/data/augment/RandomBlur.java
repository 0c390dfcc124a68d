package io.semisup4j.data.augment;

import io.semisup4j.data.random.Draws;

/**
 * Draws a {@link GaussianBlur} with a radius uniform in a range.
 *
 * @param minRadius smallest standard deviation in pixels, at least 0
 * @param maxRadius largest standard deviation in pixels, at most 100
 */
public record RandomBlur(double minRadius, double maxRadius) implements Augmentation {
    public RandomBlur {
        Checks.range("the blur radius", minRadius, maxRadius, 0, GaussianBlur.MAX_RADIUS);
    }

    @Override
    public GaussianBlur draw(Draws draws, int height, int width) {
        return new GaussianBlur(draws.uniform(minRadius, maxRadius));
    }
}
