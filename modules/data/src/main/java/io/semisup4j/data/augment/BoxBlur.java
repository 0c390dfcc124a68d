package io.semisup4j.data.augment;

import java.util.Arrays;

/**
 * An extended box blur, Pillow's building block of the Gaussian: a box of {@code 2 * whole + 1} full weights and one
 * fractional weight at each end, in fixed point with 24 fractional bits.
 *
 * @param whole pixels of full weight on each side of the centre
 * @param fullWeight of each pixel of the box
 * @param edgeWeight of the two pixels beyond the box
 */
record BoxBlur(int whole, int fullWeight, int edgeWeight) {
    private static final int ONE = 1 << 24;
    private static final int HALF = ONE / 2;

    /** The box whose {@code passes}-fold application is nearest to a Gaussian of the given standard deviation. */
    static BoxBlur forGaussian(float sigma, int passes) {
        float variance = sigma * sigma / passes;
        float l = (float) Math.floor(((float) Math.sqrt(12.0 * variance + 1.0) - 1.0) / 2.0);
        float fraction = (2 * l + 1) * (l * (l + 1) - 3 * variance);
        fraction /= 6 * (variance - (l + 1) * (l + 1));
        return ofRadius(l + fraction);
    }

    private static BoxBlur ofRadius(float radius) {
        int whole = (int) radius;
        int fullWeight = (int) (ONE / (radius * 2 + 1));
        return new BoxBlur(whole, fullWeight, (ONE - (whole * 2 + 1) * fullWeight) / 2);
    }

    /** How far beyond a pixel the blur looks. */
    int reach() {
        return whole + 1;
    }

    /**
     * Blurs a line. Its neighbours are whole lines too, apart from each other in memory, because only then does the
     * loop become vector instructions.
     *
     * @param near the neighbours at distance {@code -reach() .. reach()} of the line, itself in the middle; levels 0..255
     * @param out the blurred line, none of the neighbours
     */
    void blur(int[][] near, int[] out, int length) {
        switch (whole) {
            case 0 -> blur(near[0], near[1], near[2], out, length);
            case 1 -> blur(near[0], near[1], near[2], near[3], near[4], out, length);
            default -> blurWide(near, out, length);
        }
    }

    private void blur(int[] before, int[] centre, int[] after, int[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = (fullWeight * centre[i] + edgeWeight * (before[i] + after[i]) + HALF) >>> 24;
        }
    }

    private void blur(int[] before, int[] left, int[] centre, int[] right, int[] after, int[] out, int length) {
        for (int i = 0; i < length; i++) {
            int box = left[i] + centre[i] + right[i];
            out[i] = (fullWeight * box + edgeWeight * (before[i] + after[i]) + HALF) >>> 24;
        }
    }

    private void blurWide(int[][] near, int[] out, int length) {
        Arrays.fill(out, 0, length, 0);
        for (int d = 1; d < near.length - 1; d++) {
            add(near[d], out, length);
        }
        blur(near[0], out, near[near.length - 1], out, length);
    }

    private static void add(int[] line, int[] sum, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += line[i];
        }
    }
}
