package io.semisup4j.data.augment;

import io.semisup4j.data.random.Draws;
import java.util.List;

/**
 * Brightness, contrast, saturation and hue by random amounts, in random order, as torchvision's ColorJitter: the first
 * three by a factor uniform in {@code max(0, 1 - x)..1 + x}, the hue by a shift uniform in {@code -hue..hue}. An amount
 * of 0 leaves its operation out.
 *
 * @param brightness greatest change of the factor, at least 0
 * @param contrast likewise
 * @param saturation likewise
 * @param hue greatest shift in parts of the colour circle, 0..0.5
 */
public record ColorJitter(double brightness, double contrast, double saturation, double hue) implements Augmentation {
    static final double MAX_STRENGTH = 2.5;

    private static final int OPERATIONS = 4;

    public ColorJitter {
        Checks.within("the brightness of a color jitter", brightness, 0, 100);
        Checks.within("the contrast of a color jitter", contrast, 0, 100);
        Checks.within("the saturation of a color jitter", saturation, 0, 100);
        Checks.within("the hue of a color jitter", hue, 0, 0.5);
    }

    /** The usual ratio of the four amounts: 0.8 s, 0.8 s, 0.8 s and 0.2 s for the strength s, 0..2.5 (SimCLR). */
    public static ColorJitter ofStrength(double strength) {
        Checks.within("the strength of a color jitter", strength, 0, MAX_STRENGTH);
        return new ColorJitter(0.8 * strength, 0.8 * strength, 0.8 * strength, 0.2 * strength);
    }

    @Override
    public Sequence draw(Draws draws, int height, int width) {
        PixelOperation[] drawn = {
            brightness == 0 ? PixelOperation.NOTHING : new Brightness(factor(draws, brightness)),
            contrast == 0 ? PixelOperation.NOTHING : new Contrast(factor(draws, contrast)),
            saturation == 0 ? PixelOperation.NOTHING : new Saturation(factor(draws, saturation)),
            hue == 0 ? PixelOperation.NOTHING : new Hue(draws.uniform(-hue, hue)),
        };
        int[] order = draws.permutation(OPERATIONS);
        return new Sequence(List.of(drawn[order[0]], drawn[order[1]], drawn[order[2]], drawn[order[3]]));
    }

    private static double factor(Draws draws, double amount) {
        return draws.uniform(Math.max(0, 1 - amount), 1 + amount);
    }
}
