package io.semisup4j.data.image;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An 8-bit picture: interleaved channels, row by row from the top left ({@code height x width x channels}), colours in
 * RGB order. The byte at {@code (y * width + x) * channels + c} is unsigned (0..255). The array is not copied: whoever
 * makes an image hands its pixels over and writes to them no more while the image is in use.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels values a pixel, at least 1; 3 for RGB
 * @param pixels at least {@code height * width * channels} bytes; what follows them, in an array that is used again
 *     and again, belongs to no picture
 */
public record Image(int height, int width, int channels, byte[] pixels) {
    public Image {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException("an image of " + height + " x " + width + " x " + channels
                    + " (height x width x channels) was asked for; each must be at least 1");
        }
        long expected = (long) height * width * channels;
        if (pixels.length < expected) {
            throw new IllegalArgumentException("an image of " + height + " x " + width + " x " + channels + " needs "
                    + expected + " bytes of pixels, but has " + pixels.length);
        }
    }

    /** Bytes of the picture, {@code height * width * channels}. */
    public int length() {
        return height * width * channels;
    }

    /** The value 0..255 at row {@code y}, column {@code x}, channel {@code c}. */
    public int at(int y, int x, int c) {
        return pixels[(y * width + x) * channels + c] & 0xFF;
    }

    /** Same size and same pixels. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Image o
                && height == o.height
                && width == o.width
                && channels == o.channels
                && Arrays.equals(pixels, 0, length(), o.pixels, 0, length());
    }

    @Override
    public int hashCode() {
        return 31 * (31 * height + width) + ByteBuffer.wrap(pixels, 0, length()).hashCode();
    }

    @Override
    public String toString() {
        return "Image[" + height + " x " + width + " x " + channels + "]";
    }
}
