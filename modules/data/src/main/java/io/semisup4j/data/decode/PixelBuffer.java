package io.semisup4j.data.decode;

import io.semisup4j.data.image.Image;

/** Memory for the pixels of one picture after the other; grows to the largest. */
final class PixelBuffer {
    private byte[] pixels = new byte[0];

    /** An RGB picture of this size whose pixels are still to be written; the one before it is overwritten. */
    Image blank(int height, int width) {
        int length = Math.multiplyExact(Math.multiplyExact(height, width), 3);
        if (pixels.length < length) {
            pixels = new byte[length];
        }
        return new Image(height, width, 3, pixels);
    }
}
