package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;
import java.awt.image.BufferedImage;

/** The first picture of a GIF file; transparency is dropped. */
final class Gif {
    private static final int TRAILER = 0x3B;

    private Gif() {}

    static Image decode(PictureFile file, PixelBuffer buffer) {
        int width = file.littleU16(6);
        int height = file.littleU16(8);
        PictureSize.check(file, width, height);
        if (file.u8(file.length() - 1) != TRAILER && file.u8(file.length() - 1) != 0) {
            throw file.truncated();
        }
        BufferedImage picture = ImageIoFile.picture(file, "gif");
        if (picture.getWidth() != width || picture.getHeight() != height) {
            throw file.unreadable("its first picture does not fill the GIF's " + width + " x " + height
                    + " pixels (width x height); save it as PNG");
        }
        return RgbInt.image(picture, buffer);
    }
}
