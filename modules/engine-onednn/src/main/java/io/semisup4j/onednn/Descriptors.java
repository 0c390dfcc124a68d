package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import java.util.Arrays;
import org.bytedeco.dnnl.memory;

/** Descriptions of arrays for oneDNN, which names the axes of images N, C, H, W whatever their order in memory. */
final class Descriptors {
    private Descriptors() {}

    /** [N, H, W, C] as N, C, H, W. */
    static long[] imageAxes(long[] shape) {
        return new long[] {shape[0], shape[3], shape[1], shape[2]};
    }

    /** Images, or anything else as a matrix: all axes but the last as rows. */
    static memory.desc activation(Format format, long[] shape) {
        if (format instanceof ImageFormat image) {
            return image.descriptor(shape);
        }
        return shape.length == 4
                ? new ImageFormat(ImageOrder.CHANNELS_LAST, NumberFormat.FLOAT32).descriptor(shape)
                : matrix(rows(shape), shape[shape.length - 1], false);
    }

    /** Convolution weights [kH, kW, I, O]. */
    static memory.desc weights(long[] shape) {
        return new memory.desc(weightAxes(shape), memory.data_type.f32, memory.format_tag.hwio);
    }

    /** Convolution weights in whatever order a primitive prefers. */
    static memory.desc anyWeights(long[] shape, NumberFormat numbers) {
        return new memory.desc(weightAxes(shape), numbers.type, memory.format_tag.any);
    }

    static memory.desc vector(long length) {
        return vector(length, NumberFormat.FLOAT32);
    }

    static memory.desc vector(long length, NumberFormat numbers) {
        return new memory.desc(new long[] {length}, numbers.type, memory.format_tag.a);
    }

    /** A row-major matrix [rows, columns], or the transposed reading of a row-major matrix [columns, rows]. */
    static memory.desc matrix(long rows, long columns, boolean transposed) {
        return matrix(rows, columns, transposed, NumberFormat.FLOAT32);
    }

    /** Like {@link #matrix(long, long, boolean)}, in any numbers. */
    static memory.desc matrix(long rows, long columns, boolean transposed, NumberFormat numbers) {
        memory.format_tag order = transposed ? memory.format_tag.ba : memory.format_tag.ab;
        return new memory.desc(new long[] {rows, columns}, numbers.type, order);
    }

    /** A plain array read as a matrix. */
    static memory.desc matrix(long[] shape) {
        return matrix(shape, NumberFormat.FLOAT32);
    }

    /** An array in plain order read as a matrix. */
    static memory.desc matrix(long[] shape, NumberFormat numbers) {
        return matrix(rows(shape), shape[shape.length - 1], false, numbers);
    }

    static long rows(long[] shape) {
        return length(shape) / shape[shape.length - 1];
    }

    static long length(long[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Float elements that an array occupies. */
    static long floats(memory.desc descriptor) {
        return (descriptor.get_size() + Float.BYTES - 1) / Float.BYTES;
    }

    private static long[] weightAxes(long[] shape) {
        return new long[] {shape[3], shape[2], shape[0], shape[1]};
    }
}
