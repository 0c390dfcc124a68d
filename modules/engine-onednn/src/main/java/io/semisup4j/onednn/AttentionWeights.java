package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Signature;
import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;

/** What happens between the products of self-attention, on scores and weights [B, H, N, N]. */
final class AttentionWeights {
    private static final int COLUMNS = 1;

    private AttentionWeights() {}

    /** Adds the bias, input 1, to the scores of every group of sequences. */
    static void addBias(Program program, Operand scores, Signature signature) {
        long length = Descriptors.length(signature.input(1));
        long repeats = Descriptors.length(signature.output(1)) / length;
        NumberFormat numbers = NumberFormat.of(scores.descriptor());
        Operand groups = scores.as(Descriptors.matrix(repeats, length, false, numbers));
        memory.desc row = Descriptors.matrix(1, length, false, numbers);
        var description = new binary.primitive_desc(
                new binary.desc(algorithm.binary_add, groups.descriptor(), row, groups.descriptor()),
                Onednn.attributes(),
                Onednn.ENGINE);
        program.call(
                description,
                new binary(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC_0, groups,
                        dnnl.DNNL_ARG_SRC_1, program.in(row, program.input(1, Descriptors.matrix(1, length, false))),
                        dnnl.DNNL_ARG_DST, groups));
    }

    /** The bias's gradient, output 1: the sum of those of all groups. */
    static void biasGradient(Program program, Operand dscores, Signature signature) {
        long length = Descriptors.length(signature.output(1));
        long repeats = Descriptors.length(signature.input(1)) / length;
        NumberFormat numbers = NumberFormat.of(dscores.descriptor());
        Operand ones = program.constant(Descriptors.matrix(1, repeats, false), c -> c.onesRow(repeats));
        MatrixProducts.multiply(
                program,
                program.in(Descriptors.matrix(1, repeats, false, numbers), ones),
                dscores.as(Descriptors.matrix(repeats, length, false, numbers)),
                program.output(1, Descriptors.matrix(1, length, false)));
    }

    /** Scores to weights, in place. */
    static void softmax(Program program, Operand scores, long[] shape) {
        Operand rows = rows(scores, shape);
        var description = softmax(rows.descriptor());
        program.call(
                description,
                new softmax_forward(description),
                Map.of(dnnl.DNNL_ARG_SRC, rows, dnnl.DNNL_ARG_DST, rows));
    }

    /** Gradients of the weights to those of the scores, in place: dS = P (dP - rowsum(P dP)). */
    static void softmaxGradient(Program program, Operand weights, Operand dweights, long[] shape) {
        Operand rows = rows(dweights, shape);
        var description = softmaxGradient(rows.descriptor());
        program.call(
                description,
                new softmax_backward(description),
                Map.of(
                        dnnl.DNNL_ARG_DST, rows(weights, shape),
                        dnnl.DNNL_ARG_DIFF_DST, rows,
                        dnnl.DNNL_ARG_DIFF_SRC, rows));
    }

    /** Whether there is more than reference loops for the gradients of weights of this shape; only with AVX-512. */
    static boolean hasGradient(long[] shape) {
        return !Implementations.isReference(softmaxGradient(Descriptors.matrix(shape)));
    }

    private static softmax_backward.primitive_desc softmaxGradient(memory.desc rows) {
        return new softmax_backward.primitive_desc(
                new softmax_backward.desc(rows, rows, COLUMNS), Onednn.attributes(), Onednn.ENGINE, softmax(rows));
    }

    private static Operand rows(Operand scores, long[] shape) {
        return scores.as(Descriptors.matrix(shape, NumberFormat.of(scores.descriptor())));
    }

    private static softmax_forward.primitive_desc softmax(memory.desc rows) {
        return new softmax_forward.primitive_desc(
                new softmax_forward.desc(prop_kind.forward_training, rows, COLUMNS),
                Onednn.attributes(),
                Onednn.ENGINE);
    }
}
