package io.semisup4j.onednn;

import java.util.Map;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/** The gradient of a ReLU from its result: dy where y > 0, else 0. */
final class ReluMask {
    private ReluMask() {}

    /** Adds it to a program; all operands are vectors of one length, and dx may lie where dy lies. */
    static void apply(Program program, Operand y, Operand dy, Operand dx) {
        memory.desc flat = y.descriptor();
        algorithm relu = algorithm.eltwise_relu_use_dst_for_bwd;
        var forward = new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(prop_kind.forward_training, relu, flat, 0, 0), Onednn.ENGINE);
        var backward = new eltwise_backward.primitive_desc(
                new eltwise_backward.desc(relu, flat, flat, 0, 0), Onednn.attributes(), Onednn.ENGINE, forward);
        program.call(
                backward,
                new eltwise_backward(backward),
                Map.of(dnnl.DNNL_ARG_DST, y, dnnl.DNNL_ARG_DIFF_DST, dy, dnnl.DNNL_ARG_DIFF_SRC, dx));
    }
}
