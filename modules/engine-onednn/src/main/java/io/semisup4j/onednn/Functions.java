package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.ElementwiseSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/** Functions of one number. Arrays are read as vectors; only functions with f(0) = 0 may see padded channels. */
final class Functions {
    private Functions() {}

    static Optional<Kernel> unary(ElementwiseSpec.Unary spec, Signature signature) {
        return switch (spec.function()) {
            case EXP -> forward(algorithm.eltwise_exp, 0, 0, Format.PLAIN, signature);
            // The native logarithm is up to 4e-6 off, forty times float rounding.
            case LOG -> Optional.empty();
            case SQRT -> forward(algorithm.eltwise_sqrt, 0, 0, FlatFormat.of(signature), signature);
            case SQUARE -> forward(algorithm.eltwise_square, 0, 0, FlatFormat.of(signature), signature);
        };
    }

    static Optional<Kernel> affine(ElementwiseSpec.Affine spec, Signature signature) {
        Format format = spec.shift() == 0 ? FlatFormat.of(signature) : Format.PLAIN;
        return forward(algorithm.eltwise_linear, spec.scale(), spec.shift(), format, signature);
    }

    static Optional<Kernel> relu(ElementwiseSpec.Relu spec, Signature signature) {
        return forward(algorithm.eltwise_relu, 0, 0, FlatFormat.of(signature), signature);
    }

    /** dy where y > 0; oneDNN's variant that looks at the result instead of the argument. */
    static Optional<Kernel> reluGradient(ElementwiseSpec.ReluGradient spec, Signature signature) {
        Format format = FlatFormat.of(signature);
        memory.desc flat = FlatFormat.descriptor(format, signature.output(0));
        Program program = new Program(signature);
        ReluMask.apply(program, program.input(0, flat), program.input(1, flat), program.output(0, flat));
        return Optional.of(program.kernel(List.of(format, format), List.of(format), 1));
    }

    private static Optional<Kernel> forward(
            algorithm function, double alpha, double beta, Format format, Signature signature) {
        memory.desc flat = FlatFormat.descriptor(format, signature.output(0));
        var description = new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(prop_kind.forward_inference, function, flat, (float) alpha, (float) beta),
                Onednn.attributes(),
                Onednn.ENGINE);
        Program program = new Program(signature);
        program.call(
                description,
                new eltwise_forward(description),
                Map.of(dnnl.DNNL_ARG_SRC, program.input(0, flat), dnnl.DNNL_ARG_DST, program.output(0, flat)));
        return Optional.of(program.kernel(List.of(format), List.of(format), 0));
    }
}
