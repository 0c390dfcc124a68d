package io.semisup4j.onednn;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The native library: one engine and one stream for the process, and what its processor can do. */
final class Onednn {
    static final engine ENGINE = new engine(engine.kind.cpu, 0);
    /** Streams on processors only hand calls through, so all threads share one. */
    static final stream STREAM = new stream(ENGINE);

    private Onednn() {}

    /** The instruction set in use; the environment variable {@code ONEDNN_MAX_CPU_ISA} restricts it. */
    static int instructionSet() {
        return dnnl.dnnl_get_effective_cpu_isa();
    }

    static boolean hasAvx512() {
        return includes(dnnl.dnnl_cpu_isa_avx512_core);
    }

    /** Whether products of bfloat16 numbers have instructions of their own. */
    static boolean hasBfloat16() {
        return includes(dnnl.dnnl_cpu_isa_avx512_core_bf16);
    }

    private static boolean includes(int instructions) {
        return (instructionSet() & instructions) == instructions;
    }

    /** Attributes of every primitive: its temporaries come from the plan's arena, not from the library. */
    static primitive_attr attributes() {
        primitive_attr attributes = new primitive_attr();
        attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
        return attributes;
    }

    /** Where an array's elements begin. */
    static Pointer address(INDArray array) {
        long bytes = array.offset() * array.dataType().width();
        return new Address(array.data().pointer().address() + bytes);
    }

    /** A pointer to memory that somebody else owns. */
    private static final class Address extends Pointer {
        Address(long address) {
            super((Pointer) null);
            this.address = address;
        }
    }
}
