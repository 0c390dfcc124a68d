package io.semisup4j.data.augment;

import io.semisup4j.data.image.Image;
import java.util.Arrays;

/**
 * The picture that a chain of operations works on, with the memory that they need on the way: interleaved 8-bit RGB,
 * {@code height x width x 3}. Its buffers grow to the largest picture seen and are then reused, so that a thread which
 * keeps its canvas makes no garbage. A loaded image is only read; the first operation that writes gets a copy.
 *
 * <p>Not for several threads at once.
 */
public final class Canvas {
    static final int CHANNELS = 3;

    private final ResampleKernels kernels = new ResampleKernels();
    private final int[][][] lines = new int[3][0][];
    private final int[] histogram = new int[256];
    private final byte[] table = new byte[256];
    private byte[] pixels = new byte[0];
    private byte[] owned = new byte[0];
    private byte[] spare = new byte[0];
    private int height;
    private int width;

    /** Puts a picture on the canvas. Its array is read, never written. */
    public void load(Image image) {
        if (image.channels() != CHANNELS) {
            throw new IllegalArgumentException("augmentations work on RGB pictures, but this one has "
                    + image.channels() + " channel(s) a pixel; convert it to RGB first");
        }
        pixels = image.pixels();
        height = image.height();
        width = image.width();
    }

    /** Rows of the present picture. */
    public int height() {
        return height;
    }

    /** Columns of the present picture. */
    public int width() {
        return width;
    }

    /** Bytes of the present picture, {@code height * width * 3}. */
    public int length() {
        return height * width * CHANNELS;
    }

    /** The present picture, for reading; the array may be longer than {@link #length()}. */
    public byte[] pixels() {
        return pixels;
    }

    /** The present picture, for changing it in place; the array may be longer than {@link #length()}. */
    public byte[] writablePixels() {
        if (pixels != owned) {
            int length = length();
            if (owned.length < length) {
                owned = new byte[length];
            }
            System.arraycopy(pixels, 0, owned, 0, length);
            pixels = owned;
        }
        return pixels;
    }

    /** A buffer for a new picture of the given size; it becomes the present one with {@link #show}. */
    public byte[] blank(int height, int width) {
        int length = height * width * CHANNELS;
        if (spare.length < length) {
            spare = new byte[length];
        }
        return spare;
    }

    /** Makes what was written to {@link #blank} the present picture. */
    public void show(int height, int width) {
        byte[] shown = spare;
        spare = owned;
        owned = shown;
        pixels = shown;
        this.height = height;
        this.width = width;
    }

    /** A copy of the present picture. */
    public Image toImage() {
        return new Image(height, width, CHANNELS, Arrays.copyOf(pixels, length()));
    }

    /**
     * Scratch memory of any content: at least {@code count} lines of at least {@code length} integers.
     *
     * @param which of three such blocks, 0..2
     */
    int[][] lines(int which, int count, int length) {
        if (lines[which].length < count) {
            lines[which] = Arrays.copyOf(lines[which], count);
        }
        int[][] block = lines[which];
        for (int i = 0; i < count; i++) {
            if (block[i] == null || block[i].length < length) {
                block[i] = new int[length];
            }
        }
        return block;
    }

    /** Scratch memory for the counts of 256 grey levels. */
    int[] histogram() {
        return histogram;
    }

    /** Scratch memory for a look-up table of 256 grey levels. */
    byte[] table() {
        return table;
    }

    ResampleKernels kernels() {
        return kernels;
    }
}
