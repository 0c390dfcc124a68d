package io.semisup4j.onednn;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;

/** A pooling as oneDNN describes it; windows and steps are height, width. */
record PoolingShape(algorithm algorithm, memory.desc x, memory.desc y, long[] window, long[] stride, long[] padding) {

    pooling_forward.primitive_desc forward() {
        return new pooling_forward.primitive_desc(
                new pooling_forward.desc(prop_kind.forward_training, algorithm, x, y, stride, window, padding, padding),
                Onednn.attributes(),
                Onednn.ENGINE);
    }

    pooling_backward.primitive_desc backward() {
        return new pooling_backward.primitive_desc(
                new pooling_backward.desc(algorithm, x, y, stride, window, padding, padding),
                Onednn.attributes(),
                Onednn.ENGINE,
                forward());
    }
}
