package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Precision;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.AttentionSpec;
import io.semisup4j.engine.spec.GeluSpec;
import io.semisup4j.engine.spec.MatrixSpec;
import io.semisup4j.engine.spec.OpSpec;
import org.bytedeco.dnnl.memory;

/** Number formats of tensors in memory. */
enum NumberFormat {
    FLOAT32(memory.data_type.f32, 4),
    /** Eight bits of mantissa: for activations, never for parameters, gradients of parameters or statistics. */
    BFLOAT16(memory.data_type.bf16, 2);

    final memory.data_type type;
    final int bytes;

    NumberFormat(memory.data_type type, int bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** The numbers of an array. */
    static NumberFormat of(memory.desc descriptor) {
        return descriptor.data_type().value == BFLOAT16.type.value ? BFLOAT16 : FLOAT32;
    }

    /**
     * What an output between layers is stored in: bfloat16 if all who read it would round it anyway. Whatever else reads
     * it, sums beside shortcuts, normalisations, losses, gets float32.
     */
    static NumberFormat between(Signature signature, int output) {
        boolean rounded = signature.readers().get(output).stream().allMatch(NumberFormat::rounds);
        return rounded ? of(signature) : FLOAT32;
    }

    private static boolean rounds(OpSpec reader) {
        return reader instanceof MatrixSpec.Linear
                || reader instanceof MatrixSpec.LinearGradient
                || reader instanceof MatrixSpec.ColumnSum
                || reader instanceof GeluSpec
                || reader instanceof AttentionSpec;
    }

    /** What operations that begin a chain of activations compute in. */
    static NumberFormat of(Signature signature) {
        return signature.precision() == Precision.BFLOAT16 ? BFLOAT16 : FLOAT32;
    }
}
