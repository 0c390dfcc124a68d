package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;

/** Windows bitmaps of 1, 4, 8, 24 and 32 bits a pixel; a height below 0 means rows from the top down. */
final class Bmp {
    private static final int OLD_HEADER = 12;

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
        return RgbInt.image(ImageIoFile.picture(file, "bmp"), buffer);
    }
}
