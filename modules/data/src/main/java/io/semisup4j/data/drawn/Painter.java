package io.semisup4j.data.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Lays ground, clutter and motifs on a canvas with the colours of one palette. */
final class Painter {
    private final Graphics2D pen;
    private final Palette palette;
    private final Dice dice;
    /** Shadows fall to the right (1) or to the left (-1): a mirrored picture is as likely as the picture. */
    private final int shade;

    Painter(Graphics2D pen, Palette palette, Dice dice) {
        this.pen = pen;
        this.palette = palette;
        this.dice = dice;
        this.shade = dice.chance(0.5) ? 1 : -1;
    }

    /** A gradient in any direction with a few soft lights and shades. */
    void ground() {
        double angle = dice.between(0, 2 * Math.PI);
        pen.setPaint(gradient(0.5, 0.5, 0.6, angle, palette.ground(), palette.farGround()));
        pen.fill(new Rectangle2D.Double(0, 0, 1, 1));
        int clouds = dice.whole(1, 3);
        for (int cloud = 0; cloud < clouds; cloud++) {
            Color tone = dice.chance(0.5) ? Color.WHITE : Color.BLACK;
            float radius = (float) dice.between(0.25, 0.6);
            Point2D centre = new Point2D.Double(dice.between(0, 1), dice.between(0, 1));
            pen.setPaint(new RadialGradientPaint(
                    centre, radius, new float[] {0, 1}, new Color[] {veil(tone, dice.between(0.04, 0.2)), veil(tone, 0)
                    }));
            pen.fill(SolidMotifs.disc(centre.getX(), centre.getY(), radius));
        }
    }

    /** Dots and strokes that lie about in every class alike. */
    void clutter(int pieces) {
        for (int piece = 0; piece < pieces; piece++) {
            Color tone = dice.chance(0.5) ? palette.clutter() : dice.chance(0.5) ? palette.farGround() : palette.ink();
            pen.setPaint(veil(tone, dice.between(0.4, 0.9)));
            double x = dice.between(0, 1);
            double y = dice.between(0, 1);
            if (dice.chance(0.5)) {
                pen.fill(SolidMotifs.disc(x, y, dice.between(0.012, 0.045)));
            } else {
                double angle = dice.between(0, Math.PI);
                double reach = dice.between(0.04, 0.16);
                double dx = reach * StrictMath.cos(angle);
                double dy = reach * StrictMath.sin(angle);
                pen.setStroke(LineMotifs.pen(dice.between(0.015, 0.04)));
                pen.draw(new Line2D.Double(x - dx, y - dy, x + dx, y + dy));
            }
        }
    }

    /** A specimen with a soft shadow, a shaded surface and a thin edge. */
    void motif(Shape specimen, double x, double y, double radius, double turn) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(turn);
        place.shear(dice.between(-0.2, 0.2), 0);
        place.scale(radius * dice.between(0.85, 1.15), radius * dice.between(0.85, 1.15));
        Shape shape = place.createTransformedShape(specimen);
        pen.setPaint(veil(Color.BLACK, 0.12));
        for (int layer = 1; layer <= 2; layer++) {
            double offset = 0.016 * layer;
            pen.fill(AffineTransform.getTranslateInstance(shade * 0.5 * offset, offset)
                    .createTransformedShape(shape));
        }
        pen.setPaint(gradient(x, y, radius, dice.between(0, 2 * Math.PI), palette.ink(), palette.farInk()));
        pen.fill(shape);
        pen.setPaint(veil(palette.farInk().darker(), 0.35));
        pen.setStroke(new BasicStroke(0.012f));
        pen.draw(shape);
    }

    private static GradientPaint gradient(double x, double y, double reach, double angle, Color from, Color to) {
        double dx = reach * StrictMath.cos(angle);
        double dy = reach * StrictMath.sin(angle);
        return new GradientPaint(new Point2D.Double(x - dx, y - dy), from, new Point2D.Double(x + dx, y + dy), to);
    }

    private static Color veil(Color tone, double opacity) {
        return new Color(tone.getRed(), tone.getGreen(), tone.getBlue(), (int) (255 * opacity));
    }
}
