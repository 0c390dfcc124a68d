package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.GeluSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/** The Gaussian error linear unit by erf; the gradient looks at the argument again, so nothing is kept for it. */
final class GaussianUnit {
    private GaussianUnit() {}

    static Optional<Kernel> forward(GeluSpec.Forward spec, Signature signature) {
        Format format = format(signature);
        memory.desc flat = flat(format, signature);
        var description = description(flat);
        Program program = new Program(signature);
        program.call(
                description,
                new eltwise_forward(description),
                Map.of(dnnl.DNNL_ARG_SRC, program.input(0, flat), dnnl.DNNL_ARG_DST, program.output(0, flat)));
        return Optional.of(program.kernel(List.of(format), List.of(format, Format.NOTHING)));
    }

    /** Declines where the forward pass ran elsewhere and left its slope. */
    static Optional<Kernel> gradient(GeluSpec.Gradient spec, Signature signature) {
        if (signature.inputFormats().get(2) != Format.NOTHING) {
            return Optional.empty();
        }
        Format format = format(signature);
        memory.desc flat = flat(format, signature);
        var description = new eltwise_backward.primitive_desc(
                new eltwise_backward.desc(algorithm.eltwise_gelu_erf, flat, flat, 0, 0),
                Onednn.attributes(),
                Onednn.ENGINE,
                description(flat));
        Program program = new Program(signature);
        program.call(
                description,
                new eltwise_backward(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC, program.input(0, flat),
                        dnnl.DNNL_ARG_DIFF_DST, program.input(1, flat),
                        dnnl.DNNL_ARG_DIFF_SRC, program.output(0, flat)));
        return Optional.of(program.kernel(List.of(format, format, Format.NOTHING), List.of(format), 1));
    }

    /** As the argument comes; it is computed in float32 all the same. */
    private static Format format(Signature signature) {
        return RowMajor.of(RowMajor.numbers(signature.inputFormats().get(0)));
    }

    private static memory.desc flat(Format format, Signature signature) {
        return Descriptors.vector(Descriptors.length(signature.input(0)), RowMajor.numbers(format));
    }

    private static eltwise_forward.primitive_desc description(memory.desc flat) {
        return new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(prop_kind.forward_training, algorithm.eltwise_gelu_erf, flat, 0, 0),
                Onednn.attributes(),
                Onednn.ENGINE);
    }
}
