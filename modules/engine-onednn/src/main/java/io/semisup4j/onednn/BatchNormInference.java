package io.semisup4j.onednn;

import static java.util.Map.entry;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.BatchNormSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/** Batch normalisation by running statistics, which are given and have no gradient. */
final class BatchNormInference {
    private BatchNormInference() {}

    static Optional<Kernel> forward(BatchNormSpec.Inference spec, Signature signature) {
        Format format = FlatFormat.of(signature);
        memory.desc x = Descriptors.activation(format, signature.input(0));
        memory.desc channels = Descriptors.vector(signature.input(1)[0]);
        var description = BatchNormDescription.inference(x, spec);
        Program program = new Program(signature);
        program.call(
                description,
                new batch_normalization_forward(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC, program.input(0, x),
                        dnnl.DNNL_ARG_SCALE, program.input(1, channels),
                        dnnl.DNNL_ARG_SHIFT, program.input(2, channels),
                        dnnl.DNNL_ARG_MEAN, program.input(3, channels),
                        dnnl.DNNL_ARG_VARIANCE, program.input(4, channels),
                        dnnl.DNNL_ARG_DST, program.output(0, x)));
        return Optional.of(program.kernel(
                List.of(format, Format.PLAIN, Format.PLAIN, Format.PLAIN, Format.PLAIN), List.of(format), 0));
    }

    static Optional<Kernel> gradient(BatchNormSpec.InferenceGradient spec, Signature signature) {
        Format format = signature.inputFormats().get(0);
        memory.desc x = Descriptors.activation(format, signature.input(0));
        memory.desc channels = Descriptors.vector(signature.input(3)[0]);
        Program program = new Program(signature);
        Operand upstream = spec.relu() ? masked(program, format, signature).as(x) : program.input(2, x);
        var description = BatchNormDescription.gradientOfGiven(x, spec);
        program.call(
                description,
                new batch_normalization_backward(description),
                Map.ofEntries(
                        entry(dnnl.DNNL_ARG_SRC, program.input(0, x)),
                        entry(dnnl.DNNL_ARG_DIFF_DST, upstream),
                        entry(dnnl.DNNL_ARG_SCALE, program.input(3, channels)),
                        entry(dnnl.DNNL_ARG_SHIFT, program.constant(channels, c -> c.filled(0, signature.input(3)))),
                        entry(dnnl.DNNL_ARG_MEAN, program.input(4, channels)),
                        entry(dnnl.DNNL_ARG_VARIANCE, program.input(5, channels)),
                        entry(dnnl.DNNL_ARG_DIFF_SRC, program.output(0, x)),
                        entry(dnnl.DNNL_ARG_DIFF_SCALE, program.output(1, channels)),
                        entry(dnnl.DNNL_ARG_DIFF_SHIFT, program.output(2, channels))));
        Format y = spec.relu() ? format : Format.NOTHING;
        return Optional.of(program.kernel(
                List.of(format, y, format, Format.PLAIN, Format.PLAIN, Format.PLAIN),
                List.of(format, Format.PLAIN, Format.PLAIN)));
    }

    private static Operand masked(Program program, Format format, Signature signature) {
        memory.desc flat = FlatFormat.descriptor(format, signature.input(0));
        Operand masked = program.temporary(flat);
        ReluMask.apply(program, program.input(1, flat), program.input(2, flat), masked);
        return masked;
    }
}
