package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** Colours as Java2D packs them, {@code 0xRRGGBB} in the lower 24 bits. */
final class RgbInt {
    private RgbInt() {}

    static void write(int colour, byte[] pixels, int to) {
        pixels[to] = (byte) (colour >> 16);
        pixels[to + 1] = (byte) (colour >> 8);
        pixels[to + 2] = (byte) colour;
    }

    /** 256 greys from black to white. */
    static int[] greys() {
        int[] colours = new int[256];
        Arrays.setAll(colours, i -> i * 0x010101);
        return colours;
    }

    /**
     * The colours of the values of a picture with one band: those of its palette, else greys. Java's own conversion of
     * greys to RGB would also change their gamma.
     */
    static int[] palette(ColorModel model) {
        int[] colours = greys();
        if (model instanceof IndexColorModel indexed) {
            Arrays.setAll(colours, i -> i < indexed.getMapSize() ? indexed.getRGB(i) : colours[i]);
        }
        return colours;
    }

    /** Writes a picture of one band (an index or a grey) or of red, green, blue and whatever follows. */
    static Image image(BufferedImage picture, PixelBuffer buffer) {
        Raster raster = picture.getRaster();
        int bands = raster.getNumBands();
        int[] palette = palette(picture.getColorModel());
        Image image = buffer.blank(raster.getHeight(), raster.getWidth());
        int[] row = new int[image.width() * bands];
        int to = 0;
        for (int y = 0; y < image.height(); y++) {
            raster.getPixels(0, y, image.width(), 1, row);
            for (int i = 0; i < row.length; i += bands, to += 3) {
                write(bands < 3 ? palette[row[i]] : row[i] << 16 | row[i + 1] << 8 | row[i + 2], image.pixels(), to);
            }
        }
        return image;
    }
}
