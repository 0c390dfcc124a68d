package io.semisup4j.data.augment;

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
     * Blurs along one axis: {@code out[o + i]} from {@code in[n + i + d * step]} for {@code |d| <= reach()} and {@code 0
     * <= i < length}, each in 0..255. The caller provides the replicated edges.
     *
     * @param in levels, read from {@code n - reach() * step} on
     * @param n where the first centre lies
     * @param step distance of neighbours
     * @param out the blurred levels, apart from what is read of {@code in}
     * @param o where they start
     */
    void blur(int[] in, int n, int step, int[] out, int o, int length) {
        int before = n - reach() * step;
        int after = n + reach() * step;
        switch (whole) {
            case 0 -> {
                for (int i = 0; i < length; i++) {
                    int edges = in[before + i] + in[after + i];
                    out[o + i] = (fullWeight * in[n + i] + edgeWeight * edges + HALF) >>> 24;
                }
            }
            case 1 -> {
                for (int i = 0; i < length; i++) {
                    int edges = in[before + i] + in[after + i];
                    int box = in[n + i] + in[n - step + i] + in[n + step + i];
                    out[o + i] = (fullWeight * box + edgeWeight * edges + HALF) >>> 24;
                }
            }
            default -> blurWide(in, n, step, out, o, length);
        }
    }

    private void blurWide(int[] in, int n, int step, int[] out, int o, int length) {
        for (int i = 0; i < length; i++) {
            out[o + i] = 0;
        }
        for (int d = -whole; d <= whole; d++) {
            int from = n + d * step;
            for (int i = 0; i < length; i++) {
                out[o + i] += in[from + i];
            }
        }
        int before = n - reach() * step;
        int after = n + reach() * step;
        for (int i = 0; i < length; i++) {
            int edges = in[before + i] + in[after + i];
            // Unsigned: the sum lies below 2^32.
            out[o + i] = (fullWeight * out[o + i] + edgeWeight * edges + HALF) >>> 24;
        }
    }
}
