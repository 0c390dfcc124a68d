package io.semisup4j.onednn;

import io.semisup4j.engine.spec.BatchNormSpec;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/** Batch normalisations as oneDNN describes them; scale is gamma, shift is beta. */
final class BatchNormDescription {
    private static final int AFFINE = normalization_flags.use_scale.value | normalization_flags.use_shift.value;
    private static final int GIVEN = AFFINE | normalization_flags.use_global_stats.value;

    private BatchNormDescription() {}

    static batch_normalization_forward.primitive_desc training(memory.desc x, BatchNormSpec spec) {
        return forward(prop_kind.forward_training, x, spec, AFFINE | relu(spec));
    }

    /** Like {@link #training}, by statistics of the batch that are already known. */
    static batch_normalization_forward.primitive_desc trainingByKnown(memory.desc x, BatchNormSpec spec) {
        return forward(prop_kind.forward_training, x, spec, GIVEN | relu(spec));
    }

    /** By given statistics, without anything kept for a gradient. */
    static batch_normalization_forward.primitive_desc inference(memory.desc x, BatchNormSpec spec) {
        return forward(prop_kind.forward_inference, x, spec, GIVEN | relu(spec));
    }

    static batch_normalization_backward.primitive_desc gradient(
            memory.desc x, BatchNormSpec spec, batch_normalization_forward.primitive_desc forward) {
        return backward(x, spec, AFFINE | relu(spec), forward);
    }

    /** With respect to given statistics; a ReLU is left to the caller, as no mask of it is kept. */
    static batch_normalization_backward.primitive_desc gradientOfGiven(memory.desc x, BatchNormSpec spec) {
        return backward(x, spec, GIVEN, forward(prop_kind.forward_training, x, spec, GIVEN));
    }

    private static int relu(BatchNormSpec spec) {
        return spec.relu() ? normalization_flags.fuse_norm_relu.value : 0;
    }

    private static batch_normalization_forward.primitive_desc forward(
            prop_kind kind, memory.desc x, BatchNormSpec spec, int flags) {
        return new batch_normalization_forward.primitive_desc(
                new batch_normalization_forward.desc(kind.value, x, (float) spec.epsilon(), flags),
                Onednn.attributes(),
                Onednn.ENGINE);
    }

    private static batch_normalization_backward.primitive_desc backward(
            memory.desc x, BatchNormSpec spec, int flags, batch_normalization_forward.primitive_desc forward) {
        return new batch_normalization_backward.primitive_desc(
                new batch_normalization_backward.desc(prop_kind.backward.value, x, x, (float) spec.epsilon(), flags),
                Onednn.attributes(),
                Onednn.ENGINE,
                forward);
    }
}
