package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.KernelArrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Sums of channels over all pixels of all images from sums, or means, over their parts.
 *
 * @param layout the order of the parts' sums
 * @param factor what the parts' sums are multiplied with; 1, or the pixels of a part whose means are given
 * @param parts sums or means of every channel of every part, in float32
 * @param totals [C]
 */
record ImageTotals(PartialSums layout, long factor, Operand parts, Operand totals) implements Step {

    @Override
    public Runnable bind(KernelArrays arrays) {
        FloatPointer from = parts.floats(arrays);
        FloatPointer to = totals.floats(arrays);
        float[] read = new float[layout.length()];
        return () -> {
            from.get(read);
            double[] sums = layout.totals(read);
            for (int c = 0; c < sums.length; c++) {
                sums[c] *= factor;
            }
            to.put(PartialSums.rounded(sums), 0, layout.channels());
        };
    }
}
