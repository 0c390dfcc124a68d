package io.semisup4j.data.drawn;

import java.awt.Color;

/**
 * The muted colours of one picture: two tones of ground, two of ink, one of clutter. All lie on one scale from slate to
 * cream, light ink on darker ground, drawn in the same way for every class: colour does not tell it. The CIFAR recipe of
 * PAWS has no grayscale augmentation and seldom inverts a picture, so a net would group pictures by hue or by polarity
 * long before it found the shapes.
 *
 * @param ground the ground's first tone
 * @param farGround the ground's second tone, at the other end of its gradient
 * @param ink the motif's first tone
 * @param farInk the motif's second tone
 * @param clutter what is neither ground nor motif
 */
record Palette(Color ground, Color farGround, Color ink, Color farInk, Color clutter) {
    private static final double[] SLATE = {0.10, 0.13, 0.19};
    private static final double[] CREAM = {0.97, 0.94, 0.87};

    static Palette of(Dice dice) {
        double ground = dice.between(0.1, 0.35);
        double ink = ground + dice.between(0.4, 0.55);
        double drift = dice.between(-0.1, 0.1);
        return new Palette(
                tone(ground + drift),
                tone(ground - drift),
                tone(ink + dice.between(-0.07, 0.07)),
                tone(ink + dice.between(-0.07, 0.07)),
                tone((ground + ink) / 2));
    }

    /** A tone between slate (brightness 0) and cream (brightness 1). */
    private static Color tone(double brightness) {
        float[] channels = new float[3];
        for (int channel = 0; channel < 3; channel++) {
            double value = SLATE[channel] + brightness * (CREAM[channel] - SLATE[channel]);
            channels[channel] = (float) Math.min(1, Math.max(0, value));
        }
        return new Color(channels[0], channels[1], channels[2]);
    }
}
