package io.semisup4j.data.drawn;

import java.awt.Color;

/**
 * The muted colours of one picture: two tones of ground, two of ink, one of clutter. All are near to grey and drawn in
 * the same way for every class, light ink on dark ground as often as dark on light, so neither colour nor brightness
 * tells the class: the CIFAR recipe of PAWS has no grayscale augmentation and would follow colours instead of shapes.
 *
 * @param ground the ground's first tone
 * @param farGround the ground's second tone, at the other end of its gradient
 * @param ink the motif's first tone
 * @param farInk the motif's second tone
 * @param clutter what is neither ground nor motif
 */
record Palette(Color ground, Color farGround, Color ink, Color farInk, Color clutter) {
    private static final double GROUND_CHROMA = 0.10;
    private static final double INK_CHROMA = 0.18;

    static Palette of(Dice dice) {
        boolean lightInk = dice.chance(0.5);
        double ground = dice.between(0.12, 0.42);
        double ink = ground + dice.between(0.3, 0.5);
        if (!lightInk) {
            double swap = ground;
            ground = ink;
            ink = swap;
        }
        double warmth = dice.between(0, 1);
        double drift = dice.between(-0.1, 0.1);
        return new Palette(
                tone(ground + drift, warmth, GROUND_CHROMA),
                tone(ground - drift, warmth, GROUND_CHROMA),
                tone(ink + dice.between(-0.07, 0.07), 1 - warmth, INK_CHROMA),
                tone(ink + dice.between(-0.07, 0.07), 1 - warmth, INK_CHROMA),
                tone((ground + ink) / 2, dice.between(0, 1), GROUND_CHROMA));
    }

    /** A tone of this brightness (0..1) between slate (warmth 0) and sand (warmth 1). */
    private static Color tone(double brightness, double warmth, double chroma) {
        double lean = (warmth - 0.5) * chroma;
        return new Color(channel(brightness + lean), channel(brightness + 0.1 * lean), channel(brightness - lean));
    }

    private static float channel(double value) {
        return (float) Math.min(1, Math.max(0, value));
    }
}
