package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.KernelArrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Sums of channels over all pixels of all images from each image's means.
 *
 * @param layout the order of the means
 * @param pixels of an image, H W
 * @param means of every channel of every image, in float32
 * @param totals [C]
 */
record ImageTotals(PartialSums layout, long pixels, Operand means, Operand totals) implements Step {

    @Override
    public Runnable bind(KernelArrays arrays) {
        FloatPointer from = means.floats(arrays);
        FloatPointer to = totals.floats(arrays);
        float[] read = new float[layout.length()];
        return () -> {
            from.get(read);
            double[] sums = layout.totals(read);
            for (int c = 0; c < sums.length; c++) {
                sums[c] *= pixels;
            }
            to.put(PartialSums.rounded(sums), 0, layout.channels());
        };
    }
}
