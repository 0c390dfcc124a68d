package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.AttentionSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Self-attention as strided matrix products on queries, keys and values where they lie. */
final class SelfAttention {
    private static final int QUERIES = 0;
    private static final int KEYS = 1;
    private static final int VALUES = 2;
    private static final int COLUMNS = 1;

    private SelfAttention() {}

    static Optional<Kernel> forward(AttentionSpec.Forward spec, Signature signature) {
        AttentionShape shape = AttentionShape.of(signature.input(0), spec.heads());
        Program program = new Program(signature);
        Function<KernelArrays, INDArray> qkv = arrays -> arrays.input(0);
        Operand scores = program.output(1, shape.scores(false));
        product(
                program,
                shape.part(QUERIES, shape.part(), qkv),
                shape.part(KEYS, shape.partTransposed(), qkv),
                scores,
                scale(shape));
        if (signature.inputs().size() > 1) {
            addBias(program, scores, signature);
        }
        Operand rows = scores.as(Descriptors.matrix(signature.output(1)));
        var softmax = softmax(rows.descriptor());
        program.call(softmax, new softmax_forward(softmax), Map.of(dnnl.DNNL_ARG_SRC, rows, dnnl.DNNL_ARG_DST, rows));
        product(
                program,
                scores,
                shape.part(VALUES, shape.part(), qkv),
                program.output(0, shape.merged()),
                Onednn.attributes());
        return Optional.of(
                program.kernel(plain(signature.inputs().size()), List.of(Format.PLAIN, Format.PLAIN, Format.NOTHING)));
    }

    /** dv = P^T dy, dP = dy v^T, dS = P (dP - rowsum(P dP)), dq = dS k, dk = dS^T q. */
    static Optional<Kernel> gradient(AttentionSpec.Gradient spec, Signature signature) {
        if (signature.inputFormats().get(3) != Format.NOTHING) {
            return Optional.empty();
        }
        AttentionShape shape = AttentionShape.of(signature.input(0), spec.heads());
        Program program = new Program(signature);
        Function<KernelArrays, INDArray> qkv = arrays -> arrays.input(0);
        Operand whole = program.output(0, Descriptors.vector(Descriptors.length(signature.input(0))));
        Operand weights = program.input(1, shape.scores(false));
        Operand dy = program.input(2, shape.merged());
        Operand dscores = program.temporary(shape.scores(false));

        Operand dvalues = shape.part(VALUES, shape.part(), whole.array());
        product(program, weights.as(shape.scores(true)), dy, dvalues, Onednn.attributes());
        product(program, dy, shape.part(VALUES, shape.partTransposed(), qkv), dscores, Onednn.attributes());
        softmaxGradient(program, weights, dscores, Descriptors.matrix(signature.input(1)));
        product(
                program,
                dscores,
                shape.part(KEYS, shape.part(), qkv),
                shape.part(QUERIES, shape.part(), whole.array()),
                scale(shape));
        product(
                program,
                dscores.as(shape.scores(true)),
                shape.part(QUERIES, shape.part(), qkv),
                shape.part(KEYS, shape.part(), whole.array()),
                scale(shape));
        if (signature.outputs().size() > 1 && signature.wanted().get(1)) {
            biasGradient(program, dscores, signature);
        }
        return Optional.of(program.kernel(
                List.of(Format.PLAIN, Format.PLAIN, Format.PLAIN, Format.NOTHING),
                plain(signature.outputs().size())));
    }

    /** Adds the bias to the scores of every group of sequences. */
    private static void addBias(Program program, Operand scores, Signature signature) {
        long length = Descriptors.length(signature.input(1));
        long repeats = Descriptors.length(signature.output(1)) / length;
        Operand groups = scores.as(Descriptors.matrix(repeats, length, false));
        memory.desc row = Descriptors.matrix(1, length, false);
        var description = new binary.primitive_desc(
                new binary.desc(algorithm.binary_add, groups.descriptor(), row, groups.descriptor()),
                Onednn.attributes(),
                Onednn.ENGINE);
        program.call(
                description,
                new binary(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC_0, groups,
                        dnnl.DNNL_ARG_SRC_1, program.input(1, row),
                        dnnl.DNNL_ARG_DST, groups));
    }

    private static void biasGradient(Program program, Operand dscores, Signature signature) {
        long length = Descriptors.length(signature.output(1));
        long repeats = Descriptors.length(signature.input(1)) / length;
        MatrixProducts.multiply(
                program,
                program.constant(Descriptors.matrix(1, repeats, false), c -> c.onesRow(repeats)),
                dscores.as(Descriptors.matrix(repeats, length, false)),
                program.output(1, Descriptors.matrix(1, length, false)));
    }

    private static void softmaxGradient(Program program, Operand y, Operand dy, memory.desc rows) {
        var description = new softmax_backward.primitive_desc(
                new softmax_backward.desc(rows, rows, COLUMNS), Onednn.attributes(), Onednn.ENGINE, softmax(rows));
        program.call(
                description,
                new softmax_backward(description),
                Map.of(
                        dnnl.DNNL_ARG_DST, y.as(rows),
                        dnnl.DNNL_ARG_DIFF_DST, dy.as(rows),
                        dnnl.DNNL_ARG_DIFF_SRC, dy.as(rows)));
    }

    private static softmax_forward.primitive_desc softmax(memory.desc rows) {
        return new softmax_forward.primitive_desc(
                new softmax_forward.desc(prop_kind.forward_training, rows, COLUMNS),
                Onednn.attributes(),
                Onednn.ENGINE);
    }

    private static primitive_attr scale(AttentionShape shape) {
        primitive_attr attributes = Onednn.attributes();
        attributes.set_output_scales(0, new FloatPointer((float) (1 / Math.sqrt(shape.size()))));
        return attributes;
    }

    private static void product(Program program, Operand a, Operand b, Operand c, primitive_attr attributes) {
        var description = new matmul.primitive_desc(
                new matmul.desc(a.descriptor(), b.descriptor(), c.descriptor()), attributes, Onednn.ENGINE);
        program.call(
                description,
                new matmul(description),
                Map.of(dnnl.DNNL_ARG_SRC, a, dnnl.DNNL_ARG_WEIGHTS, b, dnnl.DNNL_ARG_DST, c));
    }

    private static List<Format> plain(int count) {
        return Collections.nCopies(count, Format.PLAIN);
    }
}
