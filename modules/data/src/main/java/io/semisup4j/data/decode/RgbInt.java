package io.semisup4j.data.decode;

import java.awt.image.IndexColorModel;

/** Colours as Java2D packs them, {@code 0xRRGGBB} in the lower 24 bits. */
final class RgbInt {
    private RgbInt() {}

    static void write(int colour, byte[] pixels, int to) {
        pixels[to] = (byte) (colour >> 16);
        pixels[to + 1] = (byte) (colour >> 8);
        pixels[to + 2] = (byte) colour;
    }

    /** 256 colours: those of the palette, and beyond its end, as Pillow has it, the grey of the index. */
    static int[] palette(IndexColorModel model) {
        int[] colours = new int[256];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i < model.getMapSize() ? model.getRGB(i) : i * 0x010101;
        }
        return colours;
    }
}
