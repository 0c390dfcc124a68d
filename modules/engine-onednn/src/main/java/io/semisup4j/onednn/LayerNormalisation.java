package io.semisup4j.onednn;

import static java.util.Map.entry;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.LayerNormSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.layer_normalization_backward;
import org.bytedeco.dnnl.layer_normalization_forward;
import org.bytedeco.dnnl.memory;

/** Layer normalisation of the rows of a matrix; scale is gamma, shift is beta. */
final class LayerNormalisation {
    private static final int AFFINE = normalization_flags.use_scale.value | normalization_flags.use_shift.value;

    private LayerNormalisation() {}

    static Optional<Kernel> forward(LayerNormSpec.Forward spec, Signature signature) {
        memory.desc x = Descriptors.matrix(signature.input(0));
        memory.desc columns = Descriptors.vector(signature.input(1)[0]);
        memory.desc rows = rows(signature);
        var description = description(spec, x, rows);
        Program program = new Program(signature);
        program.call(
                description,
                new layer_normalization_forward(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC, program.input(0, x),
                        dnnl.DNNL_ARG_SCALE, program.input(1, columns),
                        dnnl.DNNL_ARG_SHIFT, program.input(2, columns),
                        dnnl.DNNL_ARG_DST, program.output(0, x),
                        dnnl.DNNL_ARG_MEAN, program.output(1, rows),
                        dnnl.DNNL_ARG_VARIANCE, program.output(2, rows)));
        return Optional.of(plain(program, signature));
    }

    static Optional<Kernel> gradient(LayerNormSpec.Gradient spec, Signature signature) {
        memory.desc x = Descriptors.matrix(signature.input(0));
        memory.desc columns = Descriptors.vector(signature.input(2)[0]);
        memory.desc rows = rows(signature);
        var description = new layer_normalization_backward.primitive_desc(
                new layer_normalization_backward.desc(
                        prop_kind.backward.value, x, x, rows, (float) spec.epsilon(), AFFINE),
                Onednn.attributes(),
                Onednn.ENGINE,
                description(spec, x, rows));
        Program program = new Program(signature);
        program.call(
                description,
                new layer_normalization_backward(description),
                Map.ofEntries(
                        entry(dnnl.DNNL_ARG_SRC, program.input(0, x)),
                        entry(dnnl.DNNL_ARG_DIFF_DST, program.input(1, x)),
                        entry(dnnl.DNNL_ARG_SCALE, program.input(2, columns)),
                        entry(dnnl.DNNL_ARG_SHIFT, program.input(3, columns)),
                        entry(dnnl.DNNL_ARG_MEAN, program.input(4, rows)),
                        entry(dnnl.DNNL_ARG_VARIANCE, program.input(5, rows)),
                        entry(dnnl.DNNL_ARG_DIFF_SRC, program.output(0, x)),
                        entry(dnnl.DNNL_ARG_DIFF_SCALE, program.output(1, columns)),
                        entry(dnnl.DNNL_ARG_DIFF_SHIFT, program.output(2, columns))));
        return Optional.of(plain(program, signature));
    }

    private static layer_normalization_forward.primitive_desc description(
            LayerNormSpec spec, memory.desc x, memory.desc rows) {
        return new layer_normalization_forward.primitive_desc(
                new layer_normalization_forward.desc(
                        prop_kind.forward_training.value, x, rows, (float) spec.epsilon(), AFFINE),
                Onednn.attributes(),
                Onednn.ENGINE);
    }

    private static memory.desc rows(Signature signature) {
        return Descriptors.vector(Descriptors.rows(signature.input(0)));
    }

    private static Kernel plain(Program program, Signature signature) {
        return program.kernel(
                Collections.nCopies(signature.inputs().size(), Format.PLAIN),
                List.of(Format.PLAIN, Format.PLAIN, Format.PLAIN));
    }
}
