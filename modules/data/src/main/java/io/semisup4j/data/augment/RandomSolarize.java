package io.semisup4j.data.augment;

import io.semisup4j.data.random.Draws;

/** Draws a {@link Solarize} with a threshold uniform in 0..256 (PAWS, CIFAR-10 recipe). */
public record RandomSolarize() implements Augmentation {
    @Override
    public Solarize draw(Draws draws, int height, int width) {
        return new Solarize(draws.uniform(0, 256));
    }
}
