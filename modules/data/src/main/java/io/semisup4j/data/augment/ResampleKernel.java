package io.semisup4j.data.augment;

/**
 * The weights of one axis of a resize, as Pillow has them: for each output pixel a run of input pixels, weighted in
 * fixed point with 22 fractional bits. Where the axis shrinks, the filter is widened by the scale (antialiasing).
 */
final class ResampleKernel {
    static final int FRACTION_BITS = 22;
    static final int HALF = 1 << (FRACTION_BITS - 1);

    final int in;
    final int out;
    final ResampleFilter filter;
    /** First input pixel of each output pixel. */
    final int[] first;
    /** Number of input pixels of each output pixel. */
    final int[] count;
    /** Weights of output pixel o: {@code stride} of them from {@code o * stride} on, of which {@code count[o]} are used. */
    final int[] weights;

    final int stride;

    ResampleKernel(int in, int out, ResampleFilter filter) {
        this.in = in;
        this.out = out;
        this.filter = filter;
        double scale = (double) in / out;
        double widening = Math.max(scale, 1);
        double support = filter.support() * widening;
        stride = (int) Math.ceil(support) * 2 + 1;
        first = new int[out];
        count = new int[out];
        weights = new int[out * stride];
        double[] real = new double[stride];
        for (int o = 0; o < out; o++) {
            double center = (o + 0.5) * scale;
            first[o] = Math.max(0, (int) (center - support + 0.5));
            count[o] = Math.min(in, (int) (center + support + 0.5)) - first[o];
            fillWeights(o, center, 1 / widening, real);
        }
    }

    private void fillWeights(int o, double center, double narrowing, double[] real) {
        double sum = 0;
        for (int i = 0; i < count[o]; i++) {
            real[i] = filter.weight((i + first[o] - center + 0.5) * narrowing);
            sum += real[i];
        }
        for (int i = 0; i < count[o]; i++) {
            double fixed = (sum == 0 ? real[i] : real[i] / sum) * (1 << FRACTION_BITS);
            weights[o * stride + i] = (int) (fixed < 0 ? fixed - 0.5 : fixed + 0.5);
        }
    }

    /** Input pixels that any output pixel needs end before this one. */
    int end() {
        return first[out - 1] + count[out - 1];
    }
}
