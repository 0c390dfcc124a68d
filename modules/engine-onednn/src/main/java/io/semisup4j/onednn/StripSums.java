package io.semisup4j.onednn;

import io.semisup4j.engine.spec.WindowGeometry;
import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/**
 * Sums over strips of some rows of blocked images, in float32 whatever the images' numbers.
 *
 * <p>They are the gradients of a depthwise 1x1 convolution of x with the upstream gradient x: of its weight sum x^2, of its
 * bias sum x. Blocked images, read as one strip with a channel for each channel of each strip of each image, need no copy
 * for that, and x is read once.
 *
 * @param layout the order of the sums
 * @param sums sum of x
 * @param squares sum of x^2
 */
record StripSums(PartialSums layout, Operand sums, Operand squares) {
    /** Pixels of a strip, if a row is not longer: their sum of squares is exact to some 1e-7. */
    private static final long STRIP = 512;

    private static final WindowGeometry POINT = WindowGeometry.square(1, 1, 0);

    /** Of a program's first input, [N, H, W, C]. */
    static StripSums of(Program program, ImageFormat format, long[] shape) {
        long rows = stripRows(shape[1], shape[2]);
        long strips = shape[1] / rows;
        long groups = shape[0] * format.padded(shape[3]) * strips;
        memory.desc image = format.descriptor(new long[] {1, rows, shape[2], groups});
        memory.desc bias = Descriptors.vector(groups);
        var description = new ConvolutionShape(
                        image, weights(groups, format.numbers()), weights(groups, NumberFormat.FLOAT32), image, POINT)
                .backwardWeights(bias);
        Operand x = program.input(0, image);
        Operand squares = program.temporary(description.diff_weights_desc());
        Operand sums = program.temporary(bias);
        program.call(
                description,
                new convolution_backward_weights(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC, x,
                        dnnl.DNNL_ARG_DIFF_DST, x,
                        dnnl.DNNL_ARG_DIFF_WEIGHTS, squares,
                        dnnl.DNNL_ARG_DIFF_BIAS, sums));
        PartialSums layout = new PartialSums(
                (int) shape[0], (int) shape[3], (int) strips, format.order().block());
        return new StripSums(layout, sums, squares);
    }

    /** The largest divisor of the height whose strips have at most {@link #STRIP} pixels; at least 1. */
    private static long stripRows(long height, long width) {
        long rows = Math.max(1, Math.min(height, STRIP / width));
        while (height % rows != 0) {
            rows--;
        }
        return rows;
    }

    /** One weight for each group. */
    private static memory.desc weights(long groups, NumberFormat numbers) {
        return new memory.desc(new long[] {groups, 1, 1, 1, 1}, numbers.type, memory.format_tag.any);
    }
}
