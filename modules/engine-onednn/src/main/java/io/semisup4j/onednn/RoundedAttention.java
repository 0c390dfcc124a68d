package io.semisup4j.onednn;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.memory;

/**
 * Self-attention in bfloat16. Products of strided bfloat16 matrices are slow, so the heads are copied apart before and
 * together again after them; the copies are kept for the gradient.
 */
final class RoundedAttention {
    private static final Format ROUNDED = RowMajor.of(NumberFormat.BFLOAT16);

    private RoundedAttention() {}

    /** Whether queries, keys and values come in bfloat16 and can be copied apart. */
    static boolean suits(AttentionShape shape, Signature signature) {
        return signature.inputFormats().get(0).equals(ROUNDED) && floats(shape) * 2 == shape.elements();
    }

    static Optional<Kernel> forward(AttentionShape shape, Signature signature) {
        HeadShape heads = new HeadShape(shape);
        Program program = new Program(signature);
        Operand parts = program.output(2, heads.parts());
        program.reorder(program.input(0, heads.sideBySide()), parts);
        Operand scores = program.output(1, shape.scores(false, NumberFormat.BFLOAT16));
        SelfAttention.product(
                program,
                part(parts, AttentionShape.QUERIES, shape, heads.whole(false)),
                part(parts, AttentionShape.KEYS, shape, heads.whole(true)),
                scores,
                SelfAttention.scale(shape));
        if (signature.inputs().size() > 1) {
            AttentionWeights.addBias(program, scores, signature);
        }
        AttentionWeights.softmax(program, scores, signature.output(1));
        Operand y = program.temporary(heads.whole(false));
        SelfAttention.product(
                program, scores, part(parts, AttentionShape.VALUES, shape, heads.whole(false)), y, Onednn.attributes());
        program.reorder(y, program.output(0, shape.merged(NumberFormat.BFLOAT16)));
        List<Format> inputs = signature.inputs().size() > 1 ? List.of(ROUNDED, Format.PLAIN) : List.of(ROUNDED);
        return Optional.of(program.kernel(inputs, List.of(ROUNDED, ROUNDED, notes(shape))));
    }

    /** dv = P^T dy, dP = dy v^T, dS = P (dP - rowsum(P dP)), dq = dS k, dk = dS^T q. */
    static Optional<Kernel> gradient(AttentionShape shape, Signature signature) {
        HeadShape heads = new HeadShape(shape);
        Program program = new Program(signature);
        Operand parts = program.input(3, heads.parts());
        Operand weights = program.input(1, shape.scores(false, NumberFormat.BFLOAT16));
        Operand dy = program.temporary(heads.whole(false));
        program.reorder(program.input(2, shape.merged(NumberFormat.BFLOAT16)), dy);
        Operand dparts = program.temporary(heads.parts());
        Operand dscores = program.temporary(shape.scores(false, NumberFormat.BFLOAT16));
        memory.desc whole = heads.whole(false);

        SelfAttention.product(
                program,
                weights.as(shape.scores(true, NumberFormat.BFLOAT16)),
                dy,
                part(dparts, AttentionShape.VALUES, shape, whole),
                Onednn.attributes());
        SelfAttention.product(
                program,
                dy,
                part(parts, AttentionShape.VALUES, shape, heads.whole(true)),
                dscores,
                Onednn.attributes());
        AttentionWeights.softmaxGradient(program, weights, dscores, signature.input(1));
        SelfAttention.product(
                program,
                dscores,
                part(parts, AttentionShape.KEYS, shape, whole),
                part(dparts, AttentionShape.QUERIES, shape, whole),
                SelfAttention.scale(shape));
        SelfAttention.product(
                program,
                dscores.as(shape.scores(true, NumberFormat.BFLOAT16)),
                part(parts, AttentionShape.QUERIES, shape, whole),
                part(dparts, AttentionShape.KEYS, shape, whole),
                SelfAttention.scale(shape));
        program.reorder(dparts, program.output(0, heads.sideBySide()));
        if (signature.outputs().size() > 1 && signature.wanted().get(1)) {
            AttentionWeights.biasGradient(program, dscores, signature);
        }
        List<Format> outputs = signature.outputs().size() > 1 ? List.of(ROUNDED, Format.PLAIN) : List.of(ROUNDED);
        return Optional.of(program.kernel(List.of(Format.NOTHING, ROUNDED, ROUNDED, notes(shape)), outputs));
    }

    /** The copies of queries, keys and values, one behind the other. */
    static Format notes(AttentionShape shape) {
        return new Notes("attention", 3 * floats(shape));
    }

    private static Operand part(Operand parts, int index, AttentionShape shape, memory.desc descriptor) {
        return new Operand(
                descriptor, arrays -> Views.of(parts.array().apply(arrays), index * floats(shape), floats(shape)));
    }

    /** Float elements that one of the three parts occupies. */
    private static long floats(AttentionShape shape) {
        return shape.elements() / 2;
    }
}
