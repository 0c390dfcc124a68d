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
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;

/** Softmax of the rows of a matrix. */
final class Softmax {
    private static final int COLUMNS = 1;

    private Softmax() {}

    static Optional<Kernel> forward(RowSpec.Softmax spec, Signature signature) {
        memory.desc x = Descriptors.matrix(signature.input(0));
        var description = description(x);
        Program program = new Program(signature);
        program.call(
                description,
                new softmax_forward(description),
                Map.of(dnnl.DNNL_ARG_SRC, program.input(0, x), dnnl.DNNL_ARG_DST, program.output(0, x)));
        return Optional.of(program.kernel(List.of(Format.PLAIN), List.of(Format.PLAIN)));
    }

    static Optional<Kernel> gradient(RowSpec.SoftmaxGradient spec, Signature signature) {
        memory.desc y = Descriptors.matrix(signature.input(0));
        var description = new softmax_backward.primitive_desc(
                new softmax_backward.desc(y, y, COLUMNS), Onednn.attributes(), Onednn.ENGINE, description(y));
        Program program = new Program(signature);
        program.call(
                description,
                new softmax_backward(description),
                Map.of(
                        dnnl.DNNL_ARG_DST, program.input(0, y),
                        dnnl.DNNL_ARG_DIFF_DST, program.input(1, y),
                        dnnl.DNNL_ARG_DIFF_SRC, program.output(0, y)));
        return Optional.of(program.kernel(List.of(Format.PLAIN, Format.PLAIN), List.of(Format.PLAIN)));
    }

    private static softmax_forward.primitive_desc description(memory.desc x) {
        return new softmax_forward.primitive_desc(
                new softmax_forward.desc(prop_kind.forward_training, x, COLUMNS), Onednn.attributes(), Onednn.ENGINE);
    }
}
