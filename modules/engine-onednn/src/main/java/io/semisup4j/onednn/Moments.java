package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.KernelArrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Mean and variance of channels from sums over strips of images, added up in double.
 *
 * @param pixels of an image, H W
 * @param sums sum of x for every channel of every strip, in the layout's order
 * @param squares sum of x^2, likewise
 * @param mean of every channel, [C]
 * @param variance of every channel, biased, [C]
 */
record Moments(Layout layout, long pixels, Operand sums, Operand squares, Operand mean, Operand variance)
        implements Step {

    /**
     * The order of the sums: [N, blocks of channels, strips, channels of a block].
     *
     * @param images N
     * @param channels C; the last block is padded
     * @param strips of an image
     * @param block channels of a block
     */
    record Layout(int images, int channels, int strips, int block) {
        private int blocks() {
            return (channels + block - 1) / block;
        }

        private int length() {
            return images * blocks() * strips * block;
        }

        /** Totals of the channels, padded ones included. */
        private double[] totals(float[] sums) {
            double[] totals = new double[blocks() * block];
            for (int from = 0; from < sums.length; from += block) {
                int first = from / (strips * block) % blocks() * block;
                for (int c = 0; c < block; c++) {
                    totals[first + c] += sums[from + c];
                }
            }
            return totals;
        }
    }

    @Override
    public Runnable bind(KernelArrays arrays) {
        FloatPointer sum = floats(sums, arrays);
        FloatPointer square = floats(squares, arrays);
        FloatPointer means = floats(mean, arrays);
        FloatPointer variances = floats(variance, arrays);
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
            means.put(rounded(first), 0, layout.channels());
            variances.put(rounded(second), 0, layout.channels());
        };
    }

    private static float[] rounded(double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }

    private static FloatPointer floats(Operand operand, KernelArrays arrays) {
        return new FloatPointer(Onednn.address(operand.array().apply(arrays)));
    }
}
