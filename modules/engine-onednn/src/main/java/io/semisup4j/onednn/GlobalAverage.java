package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.PoolingSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;

/** Means over height and width, as pooling with one window; one pixel of whole blocks is already plain. */
final class GlobalAverage {
    private GlobalAverage() {}

    static Optional<Kernel> forward(PoolingSpec.GlobalAverage spec, Signature signature) {
        Format format = format(signature.inputFormats().get(0), signature.input(0));
        PoolingShape shape = shape(format, signature.input(0));
        memory.desc plain = shape(plain(format), signature.input(0)).y();
        var description = shape.forward();
        Program program = new Program(signature);
        boolean direct = shape.y().equals(plain);
        Operand averages = direct ? program.output(0, plain) : program.temporary(shape.y());
        program.call(
                description,
                new pooling_forward(description),
                Map.of(dnnl.DNNL_ARG_SRC, program.input(0, shape.x()), dnnl.DNNL_ARG_DST, averages));
        if (!direct) {
            program.reorder(averages, program.output(0, plain));
        }
        return Optional.of(program.kernel(List.of(format), List.of(Format.PLAIN)));
    }

    static Optional<Kernel> gradient(PoolingSpec.GlobalAverageGradient spec, Signature signature) {
        Format format = format(ImageFormat.blocked(NumberFormat.of(signature)), signature.output(0));
        PoolingShape shape = shape(format, signature.output(0));
        var description = shape.backward();
        Program program = new Program(signature);
        Operand averages =
                program.input(0, shape(plain(format), signature.output(0)).y());
        program.call(
                description,
                new pooling_backward(description),
                Map.of(
                        dnnl.DNNL_ARG_DIFF_DST, program.in(shape.y(), averages),
                        dnnl.DNNL_ARG_DIFF_SRC, program.output(0, shape.x())));
        return Optional.of(program.kernel(List.of(Format.PLAIN), List.of(format)));
    }

    /** Blocked images only if their channels fill the blocks. */
    private static Format format(Format found, long[] images) {
        boolean whole = found instanceof ImageFormat image
                && ImageFormat.isBlocked(image)
                && images[3] % image.order().block() == 0;
        return whole ? found : Format.PLAIN;
    }

    /** The averages of these images lie plain if they are in float32. */
    private static Format plain(Format images) {
        return images instanceof ImageFormat image ? image.inFloat() : images;
    }

    static PoolingShape shape(Format format, long[] images) {
        long[] averages = {images[0], 1, 1, images[3]};
        return new PoolingShape(
                algorithm.pooling_avg_exclude_padding,
                Descriptors.activation(format, images),
                Descriptors.activation(format, averages),
                new long[] {images[1], images[2]},
                new long[] {1, 1},
                new long[] {0, 0});
    }
}
