package io.semisup4j.data.augment;

import io.semisup4j.data.random.Draws;

/**
 * Another augmentation with a probability, else nothing. The coin is drawn first; the numbers of the other augmentation
 * are only drawn if it is applied.
 *
 * @param probability of applying it, 0..1
 * @param augmentation what is applied
 */
public record Sometimes(double probability, Augmentation augmentation) implements Augmentation {
    public Sometimes {
        Checks.probability("probability", probability);
    }

    @Override
    public PixelOperation draw(Draws draws, int height, int width) {
        return draws.coin(probability) ? augmentation.draw(draws, height, width) : PixelOperation.NOTHING;
    }
}
