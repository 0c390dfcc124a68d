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
    static final int SIDE = 32;
    private static final int FINENESS = 2;
    private static final int FINE_SIDE = SIDE * FINENESS;

    private final BufferedImage image = new BufferedImage(FINE_SIDE, FINE_SIDE, BufferedImage.TYPE_INT_RGB);

    /** A pen for this canvas; the caller disposes of it. */
    Graphics2D pen() {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(FINE_SIDE, FINE_SIDE);
        return pen;
    }

    /** The mean of every 2 x 2 block, 0..255; shape 3 x 32 x 32, flat. */
    float[] planes() {
        int[] fine = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        float[] planes = new float[3 * SIDE * SIDE];
        for (int at = 0; at < fine.length; at++) {
            int pixel = at / FINE_SIDE / FINENESS * SIDE + at % FINE_SIDE / FINENESS;
            for (int channel = 0; channel < 3; channel++) {
                planes[channel * SIDE * SIDE + pixel] += (fine[at] >> (16 - 8 * channel) & 255);
            }
        }
        for (int at = 0; at < planes.length; at++) {
            planes[at] /= FINENESS * FINENESS;
        }
        return planes;
    }
}
