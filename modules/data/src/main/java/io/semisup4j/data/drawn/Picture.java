package io.semisup4j.data.drawn;

import java.awt.Graphics2D;

/** One picture: ground and clutter, a few companions, the motif itself, a little clutter above it, and grain. */
final class Picture {
    private Picture() {}

    /** 3 x side x side unsigned bytes: red, green, blue, row by row. */
    static byte[] draw(Motif motif, Dice dice, int side) {
        Canvas canvas = new Canvas(side);
        Graphics2D pen = canvas.pen();
        try {
            compose(motif, new Painter(pen, Palette.of(dice), dice), dice);
        } finally {
            pen.dispose();
        }
        return grain(canvas.planes(), dice);
    }

    /** Companions of the same class surround the motif, so that nearly every crop holds a part of one of them. */
    private static void compose(Motif motif, Painter painter, Dice dice) {
        painter.ground();
        painter.clutter(dice.whole(2, 6));
        int companions = dice.whole(1, 3);
        double x = dice.between(0.3, 0.7);
        double y = dice.between(0.3, 0.7);
        for (int companion = 0; companion < companions; companion++) {
            double angle = dice.between(0, 2 * Math.PI);
            double away = dice.between(0.45, 0.65);
            place(
                    motif,
                    painter,
                    dice,
                    x + away * StrictMath.cos(angle),
                    y + away * StrictMath.sin(angle),
                    dice.between(0.12, 0.22));
        }
        place(motif, painter, dice, x, y, dice.between(0.26, 0.4));
        painter.clutter(dice.whole(0, 2));
    }

    private static void place(Motif motif, Painter painter, Dice dice, double x, double y, double radius) {
        painter.motif(motif.specimen(dice), x, y, radius, dice.between(-Math.PI / 4, Math.PI / 4));
    }

    /** Sensor noise, mostly grey, of another strength in each picture. */
    private static byte[] grain(float[] planes, Dice dice) {
        double strength = dice.between(3, 6);
        int pixels = planes.length / 3;
        byte[] bytes = new byte[planes.length];
        for (int pixel = 0; pixel < pixels; pixel++) {
            double common = dice.normal(strength);
            for (int channel = 0; channel < 3; channel++) {
                int at = channel * pixels + pixel;
                long level = Math.round(planes[at] + common + dice.normal(strength / 3));
                bytes[at] = (byte) Math.min(255, Math.max(0, level));
            }
        }
        return bytes;
    }
}
