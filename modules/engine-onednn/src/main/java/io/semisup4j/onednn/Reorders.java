package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.FormatSpec;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.memory;

/** Changes between plain and oneDNN's formats. */
final class Reorders {
    private Reorders() {}

    static Optional<Kernel> kernel(FormatSpec.Reorder spec, Signature signature) {
        if (!known(spec.from()) || !known(spec.to())) {
            return Optional.empty();
        }
        long[] shape = signature.input(0);
        Program program = new Program(signature);
        memory.desc from = describe(spec.from(), shape);
        memory.desc to = describe(spec.to(), shape);
        return Optional.of(program.reorder(program.input(0, from), program.output(0, to))
                .kernel(List.of(spec.from()), List.of(spec.to())));
    }

    private static boolean known(Format format) {
        return format == Format.PLAIN || format instanceof ImageFormat || format instanceof RowMajor;
    }

    /** Plain arrays of fewer axes have only one order, that of a vector. */
    private static memory.desc describe(Format format, long[] shape) {
        if (format instanceof RowMajor matrix) {
            return matrix.descriptor(shape);
        }
        return shape.length == 4
                ? Descriptors.activation(format, shape)
                : Descriptors.vector(Descriptors.length(shape));
    }
}
