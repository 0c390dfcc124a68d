package io.semisup4j.data.augment;

/** Brightness of a colour as Pillow's conversion to "L" has it: ITU-R 601 weights in 16-bit fixed point. */
final class Luma {
    private Luma() {}

    /** (19595 R + 38470 G + 7471 B + 32768) / 65536 of the RGB bytes at {@code at}, in 0..255. */
    static int at(byte[] pixels, int at) {
        int red = pixels[at] & 0xFF;
        int green = pixels[at + 1] & 0xFF;
        int blue = pixels[at + 2] & 0xFF;
        return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
    }
}
