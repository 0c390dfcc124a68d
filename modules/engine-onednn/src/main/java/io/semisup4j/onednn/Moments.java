package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.KernelArrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Mean and variance of channels from sums over strips of images, added up in double.
 *
 * @param layout the order of the sums
 * @param pixels of an image, H W
 * @param sums sum of x for every channel of every strip, in the layout's order
 * @param squares sum of x^2, likewise
 * @param mean of every channel, [C]
 * @param variance of every channel, biased, [C]
 */
record Moments(PartialSums layout, long pixels, Operand sums, Operand squares, Operand mean, Operand variance)
        implements Step {

    @Override
    public Runnable bind(KernelArrays arrays) {
        FloatPointer sum = sums.floats(arrays);
        FloatPointer square = squares.floats(arrays);
        FloatPointer means = mean.floats(arrays);
        FloatPointer variances = variance.floats(arrays);
        float[] read = new float[layout.length()];
        double count = (double) layout.images() * pixels;
        return () -> {
            sum.get(read);
            double[] first = layout.totals(read);
            square.get(read);
            double[] second = layout.totals(read);
            for (int c = 0; c < layout.channels(); c++) {
                first[c] /= count;
                second[c] = Math.max(0, second[c] / count - first[c] * first[c]);
            }
            means.put(PartialSums.rounded(first), 0, layout.channels());
            variances.put(PartialSums.rounded(second), 0, layout.channels());
        };
    }
}
