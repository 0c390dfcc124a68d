package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import org.bytedeco.dnnl.memory;

/**
 * What a forward primitive leaves for its gradient: the mask of a fused ReLU, the winners of a maximum.
 *
 * @param kind which primitive wrote them
 * @param elements float elements that they occupy
 */
record Notes(String kind, long elements) implements Format {

    static Notes of(String kind, memory.desc workspace) {
        return new Notes(kind, Descriptors.floats(workspace));
    }

    @Override
    public long storage(long[] shape) {
        return elements;
    }

    @Override
    public String toString() {
        return "notes of " + kind;
    }
}
