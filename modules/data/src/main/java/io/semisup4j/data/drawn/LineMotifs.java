package io.semisup4j.data.drawn;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Motifs that are lines drawn with a broad pen: what makes the class is the run of the line. Origin, radius 1. */
final class LineMotifs {
    private LineMotifs() {}

    /** One circle, or two around each other. */
    static Shape ring(Dice dice) {
        double width = dice.between(0.2, 0.34);
        Path2D path = new Path2D.Double();
        path.append(SolidMotifs.disc(0, 0, 1 - width / 2), false);
        if (dice.chance(0.5)) {
            path.append(SolidMotifs.disc(0, 0, dice.between(0.3, 0.4)), false);
            width = Math.min(width, 0.26);
        }
        return pen(width).createStrokedShape(path);
    }

    /** Two bars across each other. */
    static Shape cross(Dice dice) {
        double width = dice.between(0.34, 0.6);
        double arm = 1 - width / 4;
        Path2D path = new Path2D.Double();
        line(path, -arm, 0, arm, 0);
        line(path, 0, -arm, 0, arm);
        BasicStroke stroke = dice.chance(0.5)
                ? pen(width)
                : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        return stroke.createStrokedShape(path);
    }

    /** Two to four wavy lines above each other. */
    static Shape waves(Dice dice) {
        int lines = dice.whole(2, 4);
        double gap = 1.6 / lines;
        double swing = dice.between(0.16, 0.26);
        double humps = dice.between(1.2, 2.2);
        double phase = dice.between(0, 2 * Math.PI);
        Path2D path = new Path2D.Double();
        for (int line = 0; line < lines; line++) {
            double middle = (line - (lines - 1) / 2.0) * gap;
            for (int step = 0; step <= 32; step++) {
                double x = step / 16.0 - 1;
                double y = middle + swing * StrictMath.sin(Math.PI * humps * x + phase);
                if (step == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
        }
        return pen(Math.min(0.3, gap * dice.between(0.4, 0.55))).createStrokedShape(path);
    }

    /** A line winding outwards, to the left or to the right. */
    static Shape spiral(Dice dice) {
        double turns = dice.between(1.9, 2.7);
        double start = dice.between(0, 2 * Math.PI);
        int hand = dice.chance(0.5) ? 1 : -1;
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0);
        int steps = 60;
        for (int step = 1; step <= steps; step++) {
            double radius = 0.9 * step / steps;
            double angle = start + hand * 2 * Math.PI * turns * step / steps;
            path.lineTo(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        }
        return pen(0.9 / turns * dice.between(0.45, 0.55)).createStrokedShape(path);
    }

    /** Three or four bars each way. */
    static Shape grid(Dice dice) {
        int bars = dice.whole(3, 4);
        double gap = 1.6 / (bars - 1);
        Path2D path = new Path2D.Double();
        for (int bar = 0; bar < bars; bar++) {
            double at = -0.8 + bar * gap;
            line(path, at, -0.9, at, 0.9);
            line(path, -0.9, at, 0.9, at);
        }
        return pen(gap * dice.between(0.28, 0.38)).createStrokedShape(path);
    }

    /** A round pen of this width. */
    static BasicStroke pen(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static void line(Path2D path, double fromX, double fromY, double toX, double toY) {
        path.moveTo(fromX, fromY);
        path.lineTo(toX, toY);
    }
}
