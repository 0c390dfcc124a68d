package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Precision;
import io.semisup4j.engine.kernels.Signature;
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

    /** What operations that begin a chain of activations compute in. */
    static NumberFormat of(Signature signature) {
        return signature.precision() == Precision.BFLOAT16 ? BFLOAT16 : FLOAT32;
    }
}
