package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.KernelArrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mean and variance of channels from sums over single images, added up in double.
 *
 * @param images N
 * @param stride channels that are stored for an image, padded ones included
 * @param pixels of an image, H W
 * @param sums sum of x for every image and stored channel, [N, stride]
 * @param squares sum of x^2, likewise
 * @param mean of every channel, [C]
 * @param variance of every channel, biased, [C]
 */
record Moments(int images, int stride, long pixels, Operand sums, Operand squares, Operand mean, Operand variance)
        implements Step {

    @Override
    public Runnable bind(KernelArrays arrays) {
        FloatPointer sum = floats(sums, arrays);
        FloatPointer square = floats(squares, arrays);
        INDArray means = mean.array().apply(arrays);
        INDArray variances = variance.array().apply(arrays);
        FloatPointer meanOut = floats(mean, arrays);
        FloatPointer varianceOut = floats(variance, arrays);
        float[] read = new float[images * stride];
        double[] first = new double[stride];
        double[] second = new double[stride];
        float[] found = new float[(int) means.length()];
        double count = (double) images * pixels;
        return () -> {
            sum.get(read);
            addImages(read, first);
            square.get(read);
            addImages(read, second);
            for (int c = 0; c < found.length; c++) {
                first[c] /= count;
                found[c] = (float) first[c];
            }
            meanOut.put(found);
            for (int c = 0; c < found.length; c++) {
                found[c] = (float) Math.max(0, second[c] / count - first[c] * first[c]);
            }
            varianceOut.put(found, 0, (int) variances.length());
        };
    }

    private void addImages(float[] rows, double[] total) {
        java.util.Arrays.fill(total, 0);
        for (int from = 0; from < rows.length; from += stride) {
            for (int c = 0; c < stride; c++) {
                total[c] += rows[from + c];
            }
        }
    }

    private static FloatPointer floats(Operand operand, KernelArrays arrays) {
        return new FloatPointer(Onednn.address(operand.array().apply(arrays)));
    }
}
