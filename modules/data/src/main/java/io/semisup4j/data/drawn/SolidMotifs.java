package io.semisup4j.data.drawn;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Motifs that are surfaces: what makes the class is the run of their edge. Each is drawn around the origin, radius 1. */
final class SolidMotifs {
    private SolidMotifs() {}

    /** Four to seven points. */
    static Shape star(Dice dice) {
        int points = dice.whole(4, 7);
        double waist = dice.between(0.36, 0.5);
        Path2D path = new Path2D.Double();
        for (int corner = 0; corner < 2 * points; corner++) {
            double angle = Math.PI * corner / points - Math.PI / 2;
            double radius = corner % 2 == 0 ? 1 : waist;
            append(path, radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        }
        path.closePath();
        return path;
    }

    /** Two lobes above a point. */
    static Shape heart(Dice dice) {
        double dip = dice.between(-0.52, -0.3);
        double width = dice.between(1.25, 1.5);
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0.95);
        path.curveTo(-width, 0.1, -0.95, -1.25, 0, dip);
        path.curveTo(0.95, -1.25, width, 0.1, 0, 0.95);
        path.closePath();
        return path;
    }

    /** A disc bitten by another disc, opening to either side. */
    static Shape moon(Dice dice) {
        double shift = dice.between(0.4, 0.62);
        double bite = dice.between(0.8, 0.95);
        int side = dice.chance(0.5) ? 1 : -1;
        double meetX = (1 + shift * shift - bite * bite) / (2 * shift);
        double outer = StrictMath.acos(meetX);
        double inner = StrictMath.acos((meetX - shift) / bite);
        Path2D path = new Path2D.Double();
        int steps = 24;
        for (int step = 0; step <= steps; step++) {
            double angle = outer + 2 * (Math.PI - outer) * step / steps;
            append(path, side * StrictMath.cos(angle), StrictMath.sin(angle));
        }
        for (int step = steps; step >= 0; step--) {
            double angle = inner + 2 * (Math.PI - inner) * step / steps;
            append(path, side * (shift + bite * StrictMath.cos(angle)), bite * StrictMath.sin(angle));
        }
        path.closePath();
        return path;
    }

    /** Five to eight round petals around an open centre. */
    static Shape flower(Dice dice) {
        int petals = dice.whole(5, 8);
        double cleft = dice.between(0.42, 0.55);
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        int steps = 12 * petals;
        for (int step = 0; step < steps; step++) {
            double angle = 2 * Math.PI * step / steps;
            double radius = cleft + (1 - cleft) * StrictMath.sqrt(Math.abs(StrictMath.sin(angle * petals / 2)));
            append(path, radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        }
        path.closePath();
        path.append(disc(0, 0, dice.between(0.2, 0.28)), false);
        return path;
    }

    /** A pointed oval, parted by its veins into leaflets left and right of the stem. */
    static Shape leaf(Dice dice) {
        int leaflets = dice.whole(3, 5);
        double width = dice.between(0.5, 0.72);
        double rise = dice.between(0.4, 0.7);
        double vein = 0.05;
        Path2D path = new Path2D.Double();
        for (int leaflet = 0; leaflet < leaflets; leaflet++) {
            double top = -1 + 1.9 * leaflet / leaflets + (leaflet == 0 ? 0 : vein);
            double bottom = -1 + 1.9 * (leaflet + 1) / leaflets - vein;
            leaflet(path, 1, top, bottom, width, rise);
            leaflet(path, -1, top, bottom, width, rise);
        }
        path.append(new Rectangle2D.Double(-0.04, 0.6, 0.08, 0.4), false);
        return path;
    }

    /** The part of the blade whose outer edge runs from top to bottom; its veins fall towards the stem. */
    private static void leaflet(Path2D path, int side, double top, double bottom, double width, double rise) {
        double stem = 0.05;
        path.moveTo(side * stem, top + rise * blade(top));
        for (int step = 0; step <= 5; step++) {
            double y = top + (bottom - top) * step / 5;
            path.lineTo(side * (stem + width * blade(y)), y);
        }
        path.lineTo(side * stem, bottom + rise * blade(bottom));
        path.closePath();
    }

    /** Half the blade's width at this height, -1..1, as a part of the greatest. */
    private static double blade(double y) {
        return StrictMath.sqrt(Math.max(0, StrictMath.sin(Math.PI * (y + 1) / 2)));
    }

    static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static void append(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
