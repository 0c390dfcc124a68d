package io.semisup4j.data.drawn;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A drawing surface twice finer than the picture, on top of the subpixels of Java2D's antialiasing. Its unit is the
 * picture's side, so that x and y run 0..1.
 */
final class Canvas {
    /** Rows and columns of the pictures in the CIFAR-10 layout. */
    static final int SIDE = 32;

    private static final int FINENESS = 2;

    private final int side;
    private final int fineSide;
    private final BufferedImage image;

    Canvas(int side) {
        this.side = side;
        this.fineSide = side * FINENESS;
        this.image = new BufferedImage(fineSide, fineSide, BufferedImage.TYPE_INT_RGB);
    }

    /** A pen for this canvas; the caller disposes of it. */
    Graphics2D pen() {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(fineSide, fineSide);
        return pen;
    }

    /** The mean of every 2 x 2 block, 0..255; shape 3 x side x side, flat. */
    float[] planes() {
        int[] fine = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        float[] planes = new float[3 * side * side];
        for (int at = 0; at < fine.length; at++) {
            int pixel = at / fineSide / FINENESS * side + at % fineSide / FINENESS;
            for (int channel = 0; channel < 3; channel++) {
                planes[channel * side * side + pixel] += (fine[at] >> (16 - 8 * channel) & 255);
            }
        }
        for (int at = 0; at < planes.length; at++) {
            planes[at] /= FINENESS * FINENESS;
        }
        return planes;
    }
}
