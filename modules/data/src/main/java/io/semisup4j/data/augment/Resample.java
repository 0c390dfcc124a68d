package io.semisup4j.data.augment;

import java.util.Arrays;

/** The two passes of a resize over interleaved 8-bit RGB. */
final class Resample {
    private static final int HALF = ResampleKernel.HALF;

    private Resample() {}

    /** Resamples each row of the box: source (any x sourceWidth x 3) to {@code box.height()} rows of kernel.out x 3. */
    static void horizontal(byte[] source, int sourceWidth, CropBox box, ResampleKernel kernel, int[][] target) {
        int row = sourceWidth * Canvas.CHANNELS;
        int start = box.top() * row + box.left() * Canvas.CHANNELS;
        for (int y = 0; y < box.height(); y += 2) {
            // Two rows at a time share the weights; the last of an odd number is its own partner.
            int partner = Math.min(y + 1, box.height() - 1);
            horizontal(source, start + y * row, (partner - y) * row, kernel, target[y], target[partner]);
        }
    }

    private static void horizontal(
            byte[] source, int from, int apart, ResampleKernel kernel, int[] upper, int[] lower) {
        int[] first = kernel.first;
        int[] count = kernel.count;
        int[] weights = kernel.weights;
        int to = 0;
        for (int o = 0; o < kernel.out; o++) {
            int r = HALF;
            int g = HALF;
            int b = HALF;
            int lowerR = HALF;
            int lowerG = HALF;
            int lowerB = HALF;
            int at = from + first[o] * Canvas.CHANNELS;
            int w = o * kernel.stride;
            for (int end = w + count[o]; w < end; w++, at += Canvas.CHANNELS) {
                int weight = weights[w];
                r += (source[at] & 0xFF) * weight;
                g += (source[at + 1] & 0xFF) * weight;
                b += (source[at + 2] & 0xFF) * weight;
                int below = at + apart;
                lowerR += (source[below] & 0xFF) * weight;
                lowerG += (source[below + 1] & 0xFF) * weight;
                lowerB += (source[below + 2] & 0xFF) * weight;
            }
            upper[to] = clip(r);
            upper[to + 1] = clip(g);
            upper[to + 2] = clip(b);
            lower[to] = clip(lowerR);
            lower[to + 1] = clip(lowerG);
            lower[to + 2] = clip(lowerB);
            to += Canvas.CHANNELS;
        }
    }

    /** Resamples each column: {@code kernel.in} rows of {@code length} levels to target (kernel.out x length). */
    static void vertical(int[][] rows, int length, ResampleKernel kernel, int[] sums, byte[] target) {
        for (int o = 0; o < kernel.out; o++) {
            Arrays.fill(sums, 0, length, HALF);
            for (int i = 0; i < kernel.count[o]; i++) {
                addWeighted(rows[kernel.first[o] + i], kernel.weights[o * kernel.stride + i], sums, length);
            }
            for (int x = 0, to = o * length; x < length; x++, to++) {
                target[to] = (byte) clip(sums[x]);
            }
        }
    }

    private static void addWeighted(int[] row, int weight, int[] sums, int length) {
        for (int x = 0; x < length; x++) {
            sums[x] += row[x] * weight;
        }
    }

    private static int clip(int fixed) {
        return Math.min(255, Math.max(0, fixed >> ResampleKernel.FRACTION_BITS));
    }
}
