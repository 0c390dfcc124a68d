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
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;

/** Softmax of the rows of a matrix and its logarithm; declined where oneDNN has only reference loops. */
final class RowSoftmax {
    private static final int COLUMNS = 1;
    private static final prop_kind TRAINING = prop_kind.forward_training;

    private RowSoftmax() {}

    static Optional<Kernel> forward(RowSpec.Softmax spec, Signature signature) {
        var description = softmax(Descriptors.matrix(signature.input(0)));
        return forward(description, new softmax_forward(description), signature)
                .map(program -> program.kernel(List.of(Format.PLAIN), List.of(Format.PLAIN)));
    }

    static Optional<Kernel> gradient(RowSpec.SoftmaxGradient spec, Signature signature) {
        memory.desc y = Descriptors.matrix(signature.input(0));
        var description = new softmax_backward.primitive_desc(
                new softmax_backward.desc(y, y, COLUMNS), Onednn.attributes(), Onednn.ENGINE, softmax(y));
        return gradient(description, new softmax_backward(description), signature);
    }

    /** oneDNN's logarithm is some 2e-6 off, for a whole row alike; {@link LogSoftmaxCorrection} mends that. */
    static Optional<Kernel> logForward(RowSpec.LogSoftmax spec, Signature signature) {
        memory.desc x = Descriptors.matrix(signature.input(0));
        var description = logSoftmax(x);
        return forward(description, new logsoftmax_forward(description), signature)
                .map(program -> {
                    LogSoftmaxCorrection.apply(program, program.output(0, x), signature.input(0));
                    return program.kernel(List.of(Format.PLAIN), List.of(Format.PLAIN));
                });
    }

    static Optional<Kernel> logGradient(RowSpec.LogSoftmaxGradient spec, Signature signature) {
        memory.desc y = Descriptors.matrix(signature.input(0));
        var description = new logsoftmax_backward.primitive_desc(
                new logsoftmax_backward.desc(y, y, COLUMNS), Onednn.attributes(), Onednn.ENGINE, logSoftmax(y));
        return gradient(description, new logsoftmax_backward(description), signature);
    }

    private static Optional<Program> forward(
            primitive_desc_base description, primitive primitive, Signature signature) {
        if (Implementations.isReference(description)) {
            return Optional.empty();
        }
        memory.desc x = Descriptors.matrix(signature.input(0));
        Program program = new Program(signature);
        return Optional.of(program.call(
                description,
                primitive,
                Map.of(dnnl.DNNL_ARG_SRC, program.input(0, x), dnnl.DNNL_ARG_DST, program.output(0, x))));
    }

    private static Optional<Kernel> gradient(
            primitive_desc_base description, primitive primitive, Signature signature) {
        if (Implementations.isReference(description)) {
            return Optional.empty();
        }
        memory.desc y = Descriptors.matrix(signature.input(0));
        Program program = new Program(signature);
        program.call(
                description,
                primitive,
                Map.of(
                        dnnl.DNNL_ARG_DST, program.input(0, y),
                        dnnl.DNNL_ARG_DIFF_DST, program.input(1, y),
                        dnnl.DNNL_ARG_DIFF_SRC, program.output(0, y)));
        return Optional.of(program.kernel(List.of(Format.PLAIN, Format.PLAIN), List.of(Format.PLAIN)));
    }

    private static softmax_forward.primitive_desc softmax(memory.desc x) {
        return new softmax_forward.primitive_desc(
                new softmax_forward.desc(TRAINING, x, COLUMNS), Onednn.attributes(), Onednn.ENGINE);
    }

    private static logsoftmax_forward.primitive_desc logSoftmax(memory.desc x) {
        return new logsoftmax_forward.primitive_desc(
                new logsoftmax_forward.desc(TRAINING, x, COLUMNS), Onednn.attributes(), Onednn.ENGINE);
    }
}
