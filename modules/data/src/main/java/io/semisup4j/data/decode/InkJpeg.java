package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;
import java.awt.image.Raster;

/**
 * JPEG with four inks (CMYK or YCCK, with the inverted values that Adobe's programs write) in Pillow's arithmetic: each
 * colour is what its ink and the black leave of 255. OpenCV has another formula, so ImageIO gives the raw components.
 */
final class InkJpeg {
    private InkJpeg() {}

    static Image decode(PictureFile file, JpegHeader header, PixelBuffer buffer) {
        Raster raster = new ImageIoFile(file, "jpeg", header.width(), header.height()).rawRaster();
        if (raster.getNumBands() != 4) {
            throw file.unreadable("its JPEG data is damaged: it does not hold the inks that its header announces");
        }
        Image image = buffer.blank(header.height(), header.width());
        byte[] pixels = image.pixels();
        int[] row = new int[header.width() * 4];
        int to = 0;
        for (int y = 0; y < header.height(); y++) {
            raster.getPixels(0, y, header.width(), 1, row);
            for (int i = 0; i < row.length; i += 4, to += 3) {
                if (header.yccInk()) {
                    toColours(row, i);
                }
                int light = row[i + 3];
                pixels[to] = (byte) (light - scaled(255 - row[i], light));
                pixels[to + 1] = (byte) (light - scaled(255 - row[i + 1], light));
                pixels[to + 2] = (byte) (light - scaled(255 - row[i + 2], light));
            }
        }
        return image;
    }

    /** a * b / 255, rounded, in whole numbers; at most b. */
    private static int scaled(int a, int b) {
        int product = a * b + 128;
        return ((product >> 8) + product) >> 8;
    }

    /** YCC to the inverted inks, in libjpeg's 16-bit fixed point. */
    private static void toColours(int[] row, int at) {
        int y = row[at];
        int cb = row[at + 1] - 128;
        int cr = row[at + 2] - 128;
        // libjpeg computes the inks, 255 - colour; what is stored inverted is the colour's opposite again.
        row[at] = 255 - clamp(y + ((91881 * cr + 32768) >> 16));
        row[at + 1] = 255 - clamp(y + ((-22554 * cb - 46802 * cr + 32768) >> 16));
        row[at + 2] = 255 - clamp(y + ((116130 * cb + 32768) >> 16));
    }

    private static int clamp(int value) {
        return Math.min(255, Math.max(0, value));
    }
}
