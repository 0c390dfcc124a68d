package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.ConvolutionSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/** Convolution, forward; the weights are put into the primitive's order on the way. */
final class ConvolutionForward {
    private ConvolutionForward() {}

    static Optional<Kernel> kernel(ConvolutionSpec.Forward spec, Signature signature) {
        ConvolutionFormats formats = ConvolutionFormats.of(signature.input(0)[3], NumberFormat.of(signature));
        ConvolutionShape shape = ConvolutionShape.of(
                Descriptors.activation(formats.x(), signature.input(0)),
                signature.input(1),
                Descriptors.activation(formats.y(), signature.output(0)),
                spec.window(),
                formats.numbers());
        memory.desc bias = spec.bias() ? Descriptors.vector(signature.output(0)[3]) : null;
        boolean winograd =
                Winograd.suitsImages(spec.window(), signature.input(1), signature.output(0), formats.numbers());
        var description = shape.forward(winograd, bias);

        Program program = new Program(signature);
        Operand weights =
                program.in(description.weights_desc(), program.input(1, Descriptors.weights(signature.input(1))));
        Map<Integer, Operand> arguments = new HashMap<>();
        arguments.put(dnnl.DNNL_ARG_SRC, program.input(0, shape.x()));
        arguments.put(dnnl.DNNL_ARG_WEIGHTS, weights);
        arguments.put(dnnl.DNNL_ARG_DST, program.output(0, shape.y()));
        List<Format> inputs = new ArrayList<>(List.of(formats.x(), Format.PLAIN));
        if (spec.bias()) {
            arguments.put(dnnl.DNNL_ARG_BIAS, program.input(2, bias));
            inputs.add(Format.PLAIN);
        }
        program.call(description, new convolution_forward(description), arguments);
        return Optional.of(program.kernel(inputs, List.of(formats.y())));
    }
}
