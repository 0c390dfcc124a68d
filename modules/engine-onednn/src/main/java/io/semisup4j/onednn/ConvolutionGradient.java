package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.ConvolutionSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.global.dnnl;

/** Gradients of a convolution; the one that nobody reads is not computed. */
final class ConvolutionGradient {
    private ConvolutionGradient() {}

    static Optional<Kernel> kernel(ConvolutionSpec.Gradient spec, Signature signature) {
        ConvolutionFormats formats = ConvolutionFormats.of(signature.input(0)[3], NumberFormat.of(signature));
        Program program = new Program(signature);
        if (signature.wanted().get(0)) {
            ConvolutionShape shape = shape(spec, signature, formats, formats.dx());
            var description = shape.backwardData(
                    Winograd.suitsImages(spec.window(), signature.input(1), signature.input(2), formats.numbers()));
            if (Implementations.isReference(description)) {
                return Optional.empty();
            }
            inputGradient(program, shape, description, signature);
        }
        if (signature.wanted().get(1)) {
            weightGradient(program, shape(spec, signature, formats, formats.x()), signature, formats.numbers());
        }
        Format readX = signature.wanted().get(1) ? formats.x() : Format.NOTHING;
        return Optional.of(
                program.kernel(List.of(readX, Format.PLAIN, formats.y()), List.of(formats.dx(), Format.PLAIN)));
    }

    /** The x of a shape is the images or their gradient, which may lie in different formats. */
    private static ConvolutionShape shape(
            ConvolutionSpec.Gradient spec, Signature signature, ConvolutionFormats formats, Format x) {
        return ConvolutionShape.of(
                Descriptors.activation(x, signature.input(0)),
                signature.input(1),
                Descriptors.activation(formats.y(), signature.input(2)),
                spec.window(),
                formats.numbers());
    }

    private static void inputGradient(
            Program program,
            ConvolutionShape shape,
            convolution_backward_data.primitive_desc description,
            Signature signature) {
        Operand weights =
                program.in(description.weights_desc(), program.input(1, Descriptors.weights(signature.input(1))));
        program.call(
                description,
                new convolution_backward_data(description),
                Map.of(
                        dnnl.DNNL_ARG_DIFF_DST,
                        program.input(2, shape.y()),
                        dnnl.DNNL_ARG_WEIGHTS,
                        weights,
                        dnnl.DNNL_ARG_DIFF_SRC,
                        program.output(0, shape.x())));
    }

    private static void weightGradient(
            Program program, ConvolutionShape shape, Signature signature, NumberFormat numbers) {
        var description = shape.backwardWeights(
                Winograd.suitsWeights(shape.window(), signature.input(1), signature.input(2), numbers));
        Operand plain = program.output(1, Descriptors.weights(signature.input(1)));
        boolean direct = description.diff_weights_desc().equals(plain.descriptor());
        Operand found = direct ? plain : program.temporary(description.diff_weights_desc());
        program.call(
                description,
                new convolution_backward_weights(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC,
                        program.input(0, shape.x()),
                        dnnl.DNNL_ARG_DIFF_DST,
                        program.input(2, shape.y()),
                        dnnl.DNNL_ARG_DIFF_WEIGHTS,
                        found));
        if (!direct) {
            program.reorder(found, plain);
        }
    }
}
