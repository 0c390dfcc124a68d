package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.ElementwiseSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** Arithmetic on two arrays. */
final class Binaries {
    private Binaries() {}

    static Optional<Kernel> binary(ElementwiseSpec.Binary spec, Signature signature) {
        algorithm operation =
                switch (spec.operation()) {
                    case ADD -> algorithm.binary_add;
                    case SUBTRACT -> algorithm.binary_sub;
                    case MULTIPLY -> algorithm.binary_mul;
                    case DIVIDE -> algorithm.binary_div;
                };
        if (!Arrays.equals(signature.input(0), signature.input(1))) {
            return broadcast(operation, signature);
        }
        // Padding would be divided by padding, 0 / 0.
        Format format = operation == algorithm.binary_div ? Format.PLAIN : FlatFormat.of(signature);
        return Optional.of(flat(operation, format, Onednn.attributes(), signature));
    }

    static Optional<Kernel> addRelu(ElementwiseSpec.AddRelu spec, Signature signature) {
        post_ops relu = new post_ops();
        relu.append_eltwise(1, algorithm.eltwise_relu, 0, 0);
        primitive_attr attributes = Onednn.attributes();
        attributes.set_post_ops(relu);
        return Optional.of(flat(algorithm.binary_add, FlatFormat.of(signature), attributes, signature));
    }

    private static Kernel flat(algorithm operation, Format format, primitive_attr attributes, Signature signature) {
        memory.desc vector = FlatFormat.descriptor(format, signature.output(0));
        var description = new binary.primitive_desc(
                new binary.desc(operation, vector, vector, vector), attributes, Onednn.ENGINE);
        return program(description, vector, vector, signature).kernel(List.of(format, format), List.of(format), 0);
    }

    /** A matrix with a row, a column or one number; declined where oneDNN has no vectorised loop for it. */
    private static Optional<Kernel> broadcast(algorithm operation, Signature signature) {
        memory.desc a = Descriptors.matrix(signature.input(0));
        memory.desc b = repeated(signature.input(1));
        var description =
                new binary.primitive_desc(new binary.desc(operation, a, b, a), Onednn.attributes(), Onednn.ENGINE);
        if (Implementations.isReference(description)) {
            return Optional.empty();
        }
        return Optional.of(program(description, a, b, signature)
                .kernel(List.of(Format.PLAIN, Format.PLAIN), List.of(Format.PLAIN), 0));
    }

    private static memory.desc repeated(long[] shape) {
        boolean column = shape.length == 2 && shape[1] == 1;
        return column ? Descriptors.matrix(shape) : Descriptors.matrix(1, Descriptors.length(shape), false);
    }

    private static Program program(
            binary.primitive_desc description, memory.desc a, memory.desc b, Signature signature) {
        Program program = new Program(signature);
        return program.call(
                description,
                new binary(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC_0,
                        program.input(0, a),
                        dnnl.DNNL_ARG_SRC_1,
                        program.input(1, b),
                        dnnl.DNNL_ARG_DST,
                        program.output(0, a)));
    }
}
