package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.RowSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.logsoftmax_backward;
import org.bytedeco.dnnl.logsoftmax_forward;
import org.bytedeco.dnnl.memory;

/** Logarithm of the softmax of the rows of a matrix. */
final class LogSoftmax {
    private static final int COLUMNS = 1;

    private LogSoftmax() {}

    static Optional<Kernel> forward(RowSpec.LogSoftmax spec, Signature signature) {
        memory.desc x = Descriptors.matrix(signature.input(0));
        var description = description(x);
        Program program = new Program(signature);
        program.call(
                description,
                new logsoftmax_forward(description),
                Map.of(dnnl.DNNL_ARG_SRC, program.input(0, x), dnnl.DNNL_ARG_DST, program.output(0, x)));
        return Optional.of(program.kernel(List.of(Format.PLAIN), List.of(Format.PLAIN)));
    }

    static Optional<Kernel> gradient(RowSpec.LogSoftmaxGradient spec, Signature signature) {
        memory.desc y = Descriptors.matrix(signature.input(0));
        var description = new logsoftmax_backward.primitive_desc(
                new logsoftmax_backward.desc(y, y, COLUMNS), Onednn.attributes(), Onednn.ENGINE, description(y));
        Program program = new Program(signature);
        program.call(
                description,
                new logsoftmax_backward(description),
                Map.of(
                        dnnl.DNNL_ARG_DST, program.input(0, y),
                        dnnl.DNNL_ARG_DIFF_DST, program.input(1, y),
                        dnnl.DNNL_ARG_DIFF_SRC, program.output(0, y)));
        return Optional.of(program.kernel(List.of(Format.PLAIN, Format.PLAIN), List.of(Format.PLAIN)));
    }

    private static logsoftmax_forward.primitive_desc description(memory.desc x) {
        return new logsoftmax_forward.primitive_desc(
                new logsoftmax_forward.desc(prop_kind.forward_training, x, COLUMNS),
                Onednn.attributes(),
                Onednn.ENGINE);
    }
}
