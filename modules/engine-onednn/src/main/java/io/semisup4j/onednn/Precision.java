package io.semisup4j.onednn;

import org.bytedeco.dnnl.memory;

/** Number formats of tensors in memory. */
enum Precision {
    FLOAT32(memory.data_type.f32, 4),
    /** Eight bits of mantissa: for activations, never for parameters, gradients of parameters or statistics. */
    BFLOAT16(memory.data_type.bf16, 2);

    final memory.data_type type;
    final int bytes;

    Precision(memory.data_type type, int bytes) {
        this.type = type;
        this.bytes = bytes;
    }
}
