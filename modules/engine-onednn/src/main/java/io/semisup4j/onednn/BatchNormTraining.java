package io.semisup4j.onednn;

import static java.util.Map.entry;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.BatchNormSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/** Batch normalisation by the batch's statistics; a ReLU that follows is fused and leaves its mask as notes. */
final class BatchNormTraining {
    private static final String NOTES = "batch-norm";

    private BatchNormTraining() {}

    static Optional<Kernel> forward(BatchNormSpec.Train spec, Signature signature) {
        Format format = FlatFormat.of(signature);
        memory.desc x = Descriptors.activation(format, signature.input(0));
        memory.desc channels = channels(signature);
        boolean exact = BatchStatistics.suits(format);
        var description =
                exact ? BatchNormDescription.trainingByKnown(x, spec) : BatchNormDescription.training(x, spec);
        Program program = new Program(signature);
        Operand mean = program.output(1, channels);
        Operand variance = program.output(2, channels);
        if (exact) {
            BatchStatistics.compute(program, (ImageFormat) format, signature, mean, variance);
        }
        Map<Integer, Operand> arguments = new HashMap<>(Map.of(
                dnnl.DNNL_ARG_SRC, program.input(0, x),
                dnnl.DNNL_ARG_SCALE, program.input(1, channels),
                dnnl.DNNL_ARG_SHIFT, program.input(2, channels),
                dnnl.DNNL_ARG_DST, program.output(0, x),
                dnnl.DNNL_ARG_MEAN, mean,
                dnnl.DNNL_ARG_VARIANCE, variance));
        if (spec.relu()) {
            arguments.put(dnnl.DNNL_ARG_WORKSPACE, program.output(3, description.workspace_desc()));
        }
        program.call(description, new batch_normalization_forward(description), arguments);
        return Optional.of(program.kernel(
                List.of(format, Format.PLAIN, Format.PLAIN),
                List.of(format, Format.PLAIN, Format.PLAIN, notes(description, spec))));
    }

    /** Declines where the forward pass ran elsewhere and left no mask. */
    static Optional<Kernel> gradient(BatchNormSpec.TrainGradient spec, Signature signature) {
        Format format = signature.inputFormats().get(0);
        memory.desc x = Descriptors.activation(format, signature.input(0));
        memory.desc channels = channels(signature);
        var forward = BatchNormDescription.training(x, spec);
        Format notes = notes(forward, spec);
        if (spec.relu() && !signature.inputFormats().get(7).equals(notes)) {
            return Optional.empty();
        }
        var description = BatchNormDescription.gradient(x, spec, forward);
        Program program = new Program(signature);
        Map<Integer, Operand> arguments = new HashMap<>(Map.ofEntries(
                entry(dnnl.DNNL_ARG_SRC, program.input(0, x)),
                entry(dnnl.DNNL_ARG_DIFF_DST, program.input(2, x)),
                entry(dnnl.DNNL_ARG_SCALE, program.input(3, channels)),
                entry(dnnl.DNNL_ARG_SHIFT, program.input(4, channels)),
                entry(dnnl.DNNL_ARG_MEAN, program.input(5, channels)),
                entry(dnnl.DNNL_ARG_VARIANCE, program.input(6, channels)),
                entry(dnnl.DNNL_ARG_DIFF_SRC, program.output(0, x)),
                entry(dnnl.DNNL_ARG_DIFF_SCALE, program.output(1, channels)),
                entry(dnnl.DNNL_ARG_DIFF_SHIFT, program.output(2, channels))));
        if (spec.relu()) {
            arguments.put(dnnl.DNNL_ARG_WORKSPACE, program.input(7, forward.workspace_desc()));
        }
        program.call(description, new batch_normalization_backward(description), arguments);
        return Optional.of(program.kernel(
                List.of(format, Format.NOTHING, format, Format.PLAIN, Format.PLAIN, Format.PLAIN, Format.PLAIN, notes),
                List.of(format, Format.PLAIN, Format.PLAIN),
                2));
    }

    private static Format notes(batch_normalization_forward.primitive_desc forward, BatchNormSpec spec) {
        return spec.relu() ? Notes.of(NOTES, forward.workspace_desc()) : Format.NOTHING;
    }

    private static memory.desc channels(Signature signature) {
        long[] shape = signature.input(0);
        return Descriptors.vector(shape[shape.length - 1]);
    }
}
