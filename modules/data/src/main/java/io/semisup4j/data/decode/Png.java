package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;
import java.awt.image.Raster;

/**
 * PNG of every kind as Pillow converts it: transparency is dropped, not blended; of 16 bits a colour the upper eight are
 * kept; 16-bit grey, which Pillow reads as whole numbers, is cut at 255 (nearly all of such a picture is white).
 */
final class Png {
    private Png() {}

    static Image decode(PictureFile file, PixelBuffer buffer) {
        PngHeader header = PngHeader.read(file);
        Raster raster = new ImageIoFile(file, "png", header.width(), header.height())
                .picture()
                .getRaster();
        boolean indexed = header.colour() == PngHeader.Colour.PALETTE;
        int bands = raster.getNumBands();
        boolean grey = bands < 3;
        int[] row = new int[header.width() * bands];
        Image image = buffer.blank(header.height(), header.width());
        byte[] pixels = image.pixels();
        int to = 0;
        for (int y = 0; y < header.height(); y++) {
            raster.getPixels(0, y, header.width(), 1, row);
            for (int i = 0; i < row.length; i += bands, to += 3) {
                if (indexed) {
                    RgbInt.write(header.palette()[row[i]], pixels, to);
                } else {
                    pixels[to] = (byte) level(row[i], header);
                    pixels[to + 1] = grey ? pixels[to] : (byte) level(row[i + 1], header);
                    pixels[to + 2] = grey ? pixels[to] : (byte) level(row[i + 2], header);
                }
            }
        }
        return image;
    }

    /** A stored value as 0..255. */
    private static int level(int value, PngHeader header) {
        return switch (header.depth()) {
            case 16 -> header.colour() == PngHeader.Colour.GREY ? Math.min(255, value) : value >> 8;
            case 8 -> value;
            default -> value * 255 / ((1 << header.depth()) - 1);
        };
    }
}
