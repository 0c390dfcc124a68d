package io.semisup4j.data.augment;

import java.util.Arrays;

/** The two passes of a resize over interleaved 8-bit RGB. */
final class Resample {
    private static final int FRACTION_BITS = ResampleKernel.FRACTION_BITS;

    private Resample() {}

    /** Resamples each row of the box: source (any x sourceWidth x 3) to target (box.height x kernel.out x 3). */
    static void horizontal(byte[] source, int sourceWidth, CropBox box, ResampleKernel kernel, int[] target) {
        int row = kernel.out * Canvas.CHANNELS;
        for (int y = 0; y < box.height(); y++) {
            int from = ((box.top() + y) * sourceWidth + box.left()) * Canvas.CHANNELS;
            horizontalRow(source, from, kernel, target, y * row);
        }
    }

    private static void horizontalRow(byte[] source, int from, ResampleKernel kernel, int[] target, int to) {
        int[] first = kernel.first;
        int[] count = kernel.count;
        int[] weights = kernel.weights;
        for (int o = 0; o < kernel.out; o++) {
            int red = ResampleKernel.HALF;
            int green = ResampleKernel.HALF;
            int blue = ResampleKernel.HALF;
            int at = from + first[o] * Canvas.CHANNELS;
            int w = o * kernel.stride;
            for (int end = w + count[o]; w < end; w++, at += Canvas.CHANNELS) {
                int weight = weights[w];
                red += (source[at] & 0xFF) * weight;
                green += (source[at + 1] & 0xFF) * weight;
                blue += (source[at + 2] & 0xFF) * weight;
            }
            target[to] = clip(red);
            target[to + 1] = clip(green);
            target[to + 2] = clip(blue);
            to += Canvas.CHANNELS;
        }
    }

    /** Resamples each column: source (kernel.in rows of {@code row} levels) to target (kernel.out rows). */
    static void vertical(int[] source, int row, ResampleKernel kernel, int[] sums, byte[] target) {
        for (int o = 0; o < kernel.out; o++) {
            Arrays.fill(sums, 0, row, ResampleKernel.HALF);
            for (int i = 0; i < kernel.count[o]; i++) {
                addWeighted(source, (kernel.first[o] + i) * row, kernel.weights[o * kernel.stride + i], sums, row);
            }
            for (int x = 0, to = o * row; x < row; x++, to++) {
                target[to] = (byte) clip(sums[x]);
            }
        }
    }

    private static void addWeighted(int[] source, int from, int weight, int[] sums, int length) {
        for (int x = 0; x < length; x++) {
            sums[x] += source[from + x] * weight;
        }
    }

    /** The box as it is, as integers. */
    static void copy(byte[] source, int sourceWidth, CropBox box, int[] target) {
        int row = box.width() * Canvas.CHANNELS;
        for (int y = 0, to = 0; y < box.height(); y++) {
            int from = ((box.top() + y) * sourceWidth + box.left()) * Canvas.CHANNELS;
            for (int x = 0; x < row; x++, to++) {
                target[to] = source[from + x] & 0xFF;
            }
        }
    }

    /** Levels 0..255 back to bytes. */
    static void store(int[] levels, byte[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = (byte) levels[i];
        }
    }

    private static int clip(int fixed) {
        return Math.min(255, Math.max(0, fixed >> FRACTION_BITS));
    }
}
