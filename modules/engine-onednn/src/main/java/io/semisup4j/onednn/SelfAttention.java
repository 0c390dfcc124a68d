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
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Self-attention as strided matrix products on queries, keys and values where they lie. */
final class SelfAttention {

    private SelfAttention() {}

    static Optional<Kernel> forward(AttentionSpec.Forward spec, Signature signature) {
        AttentionShape shape = AttentionShape.of(signature.input(0), spec.heads());
        if (RoundedAttention.suits(shape, signature)) {
            return RoundedAttention.forward(shape, signature);
        }
        if (!AttentionWeights.hasGradient(signature.output(1))) {
            // Each provider's gradient reads the notes of its own forward pass.
            return Optional.empty();
        }
        Program program = new Program(signature);
        Function<KernelArrays, INDArray> qkv = arrays -> arrays.input(0);
        Operand scores = program.output(1, shape.scores(false, NumberFormat.FLOAT32));
        product(
                program,
                shape.part(AttentionShape.QUERIES, shape.part(), qkv),
                shape.part(AttentionShape.KEYS, shape.partTransposed(), qkv),
                scores,
                scale(shape));
        if (signature.inputs().size() > 1) {
            AttentionWeights.addBias(program, scores, signature);
        }
        AttentionWeights.softmax(program, scores, signature.output(1));
        product(
                program,
                scores,
                shape.part(AttentionShape.VALUES, shape.part(), qkv),
                program.output(0, shape.merged(NumberFormat.FLOAT32)),
                Onednn.attributes());
        return Optional.of(
                program.kernel(plain(signature.inputs().size()), List.of(Format.PLAIN, Format.PLAIN, Format.NOTHING)));
    }

    /** dv = P^T dy, dP = dy v^T, dS = P (dP - rowsum(P dP)), dq = dS k, dk = dS^T q. */
    static Optional<Kernel> gradient(AttentionSpec.Gradient spec, Signature signature) {
        AttentionShape shape = AttentionShape.of(signature.input(0), spec.heads());
        Format notes = signature.inputFormats().get(3);
        if (notes.equals(RoundedAttention.notes(shape))) {
            return RoundedAttention.gradient(shape, signature);
        }
        if (notes != Format.NOTHING) {
            return Optional.empty();
        }
        Program program = new Program(signature);
        Function<KernelArrays, INDArray> qkv = arrays -> arrays.input(0);
        Operand whole = program.output(0, Descriptors.vector(Descriptors.length(signature.input(0))));
        Operand weights = program.input(1, shape.scores(false, NumberFormat.FLOAT32));
        Operand dy = program.input(2, shape.merged(NumberFormat.FLOAT32));
        Operand dscores = program.temporary(shape.scores(false, NumberFormat.FLOAT32));

        Operand dvalues = shape.part(AttentionShape.VALUES, shape.part(), whole.array());
        product(program, weights.as(shape.scores(true, NumberFormat.FLOAT32)), dy, dvalues, Onednn.attributes());
        product(
                program,
                dy,
                shape.part(AttentionShape.VALUES, shape.partTransposed(), qkv),
                dscores,
                Onednn.attributes());
        AttentionWeights.softmaxGradient(program, weights, dscores, signature.input(1));
        product(
                program,
                dscores,
                shape.part(AttentionShape.KEYS, shape.part(), qkv),
                shape.part(AttentionShape.QUERIES, shape.part(), whole.array()),
                scale(shape));
        product(
                program,
                dscores.as(shape.scores(true, NumberFormat.FLOAT32)),
                shape.part(AttentionShape.QUERIES, shape.part(), qkv),
                shape.part(AttentionShape.KEYS, shape.part(), whole.array()),
                scale(shape));
        if (signature.outputs().size() > 1 && signature.wanted().get(1)) {
            AttentionWeights.biasGradient(program, dscores, signature);
        }
        return Optional.of(program.kernel(
                List.of(Format.PLAIN, Format.PLAIN, Format.PLAIN, Format.NOTHING),
                plain(signature.outputs().size())));
    }

    /** Divides a product by the root of a head's size. */
    static primitive_attr scale(AttentionShape shape) {
        primitive_attr attributes = Onednn.attributes();
        attributes.set_output_scales(0, new FloatPointer((float) (1 / Math.sqrt(shape.size()))));
        return attributes;
    }

    static void product(Program program, Operand a, Operand b, Operand c, primitive_attr attributes) {
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
