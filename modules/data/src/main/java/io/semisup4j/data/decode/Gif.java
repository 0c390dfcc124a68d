package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;

/** The first picture of a GIF file; transparency is dropped. */
final class Gif {
    private static final int TRAILER = 0x3B;

    /** More pixels than a byte of LZW codes, which know at most 4,096 sequences, can stand for. */
    private static final int DENSEST = 4096;

    private Gif() {}

    static Image decode(PictureFile file, PixelBuffer buffer) {
        int width = file.littleU16(6);
        int height = file.littleU16(8);
        PictureSize.check(file, width, height);
        if (file.u8(file.length() - 1) != TRAILER && file.u8(file.length() - 1) != 0) {
            throw file.truncated();
        }
        PictureSize.checkHeld(file, width, height, (long) width * height / DENSEST);
        return RgbInt.image(new ImageIoFile(file, "gif", width, height).picture(), buffer);
    }
}
