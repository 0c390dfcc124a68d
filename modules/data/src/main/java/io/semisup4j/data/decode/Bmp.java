package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;

/** Windows bitmaps of 1, 4, 8, 24 and 32 bits a pixel; a height below 0 means rows from the top down. */
final class Bmp {
    private static final int OLD_HEADER = 12;

    // How pixels are stored, as the header numbers it.
    private static final int PLAIN = 0;
    private static final int RUNS_OF_BYTES = 1;
    private static final int RUNS_OF_HALF_BYTES = 2;
    private static final int PLAIN_WITH_MASKS = 3;

    /** Pixels of a byte of runs at the most; an end mark may leave out more, which no program does. */
    private static final int DENSEST = 4096;

    private Bmp() {}

    static Image decode(PictureFile file, PixelBuffer buffer) {
        boolean old = file.littleS32(14) == OLD_HEADER;
        long width = old ? file.littleU16(18) : file.littleS32(18);
        long height = old ? file.littleU16(20) : Math.abs((long) file.littleS32(22));
        PictureSize.check(file, width, height);
        int bits = file.littleU16(old ? 24 : 28);
        if (bits == 16) {
            throw file.unreadable("this BMP file has 16 bits a pixel; 1, 4, 8, 24 and 32 are understood");
        }
        // Java's decoder takes whatever lies before the pixels for a palette, and takes memory for it.
        long start = Integer.toUnsignedLong(file.littleS32(10));
        int storage = old ? PLAIN : file.littleS32(30);
        PictureSize.checkHeld(file, width, height, start + least(file, width, height, bits, storage));
        return RgbInt.image(new ImageIoFile(file, "bmp", (int) width, (int) height).picture(), buffer);
    }

    /** Bytes that the pixels take at least. */
    private static long least(PictureFile file, long width, long height, int bits, int storage) {
        return switch (storage) {
            case PLAIN, PLAIN_WITH_MASKS -> (width * bits + 31) / 32 * 4 * (height - 1) + width * bits / 8;
            case RUNS_OF_BYTES, RUNS_OF_HALF_BYTES -> width * height / DENSEST;
            default ->
                throw file.unreadable("this BMP file stores its pixels in the way " + storage
                        + "; " + PLAIN + " (plain), " + RUNS_OF_BYTES + ", " + RUNS_OF_HALF_BYTES + " (runs) and "
                        + PLAIN_WITH_MASKS + " (masks) are understood");
        };
    }
}
