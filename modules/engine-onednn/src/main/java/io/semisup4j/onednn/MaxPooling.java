package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.PoolingSpec;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;

/** Largest values of windows; the winners' places are the notes for the gradient. */
final class MaxPooling {
    private static final String NOTES = "max-pooling";

    private MaxPooling() {}

    static Optional<Kernel> forward(PoolingSpec.Max spec, Signature signature) {
        Format format = FlatFormat.of(signature);
        PoolingShape shape = shape(format, signature.input(0), signature.output(0), spec.window());
        var description = shape.forward();
        Program program = new Program(signature);
        program.call(
                description,
                new pooling_forward(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC, program.input(0, shape.x()),
                        dnnl.DNNL_ARG_DST, program.output(0, shape.y()),
                        dnnl.DNNL_ARG_WORKSPACE, program.output(1, description.workspace_desc())));
        Format notes = Notes.of(NOTES, description.workspace_desc());
        return Optional.of(program.kernel(List.of(format), List.of(format, notes)));
    }

    /** Declines where the forward pass ran elsewhere and left no winners. */
    static Optional<Kernel> gradient(PoolingSpec.MaxGradient spec, Signature signature) {
        Format format = signature.inputFormats().get(0);
        PoolingShape shape = shape(format, signature.output(0), signature.input(1), spec.window());
        var description = shape.backward();
        Format notes = Notes.of(NOTES, description.workspace_desc());
        if (!signature.inputFormats().get(2).equals(notes)) {
            return Optional.empty();
        }
        Program program = new Program(signature);
        program.call(
                description,
                new pooling_backward(description),
                Map.of(
                        dnnl.DNNL_ARG_DIFF_DST, program.input(1, shape.y()),
                        dnnl.DNNL_ARG_DIFF_SRC, program.output(0, shape.x()),
                        dnnl.DNNL_ARG_WORKSPACE, program.input(2, description.workspace_desc())));
        return Optional.of(program.kernel(List.of(Format.NOTHING, format, notes), List.of(format)));
    }

    private static PoolingShape shape(Format format, long[] x, long[] y, WindowGeometry window) {
        return new PoolingShape(
                algorithm.pooling_max,
                Descriptors.activation(format, x),
                Descriptors.activation(format, y),
                new long[] {window.kernelHeight(), window.kernelWidth()},
                new long[] {window.stride(), window.stride()},
                new long[] {window.padding(), window.padding()});
    }
}
