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
        Format x = ConvolutionFormats.input(signature.input(0));
        Format dy = ImageFormat.blocked();
        // Also for pictures of few channels: into them there is no fast primitive.
        Format dx = ImageFormat.blocked();
        Program program = new Program(signature);
        if (signature.wanted().get(0)) {
            inputGradient(program, shape(spec, signature, dx, dy), signature);
        }
        if (signature.wanted().get(1)) {
            weightGradient(program, shape(spec, signature, x, dy), signature);
        }
        Format readX = signature.wanted().get(1) ? x : signature.inputFormats().get(0);
        return Optional.of(program.kernel(List.of(readX, Format.PLAIN, dy), List.of(dx, Format.PLAIN)));
    }

    private static ConvolutionShape shape(ConvolutionSpec.Gradient spec, Signature signature, Format x, Format dy) {
        return new ConvolutionShape(
                Descriptors.activation(x, signature.input(0)),
                Descriptors.anyWeights(signature.input(1)),
                Descriptors.activation(dy, signature.input(2)),
                spec.window());
    }

    private static void inputGradient(Program program, ConvolutionShape shape, Signature signature) {
        var description =
                shape.backwardData(ConvolutionAlgorithm.backwardData(shape, signature.input(1), shape.window()));
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

    private static void weightGradient(Program program, ConvolutionShape shape, Signature signature) {
        var description =
                shape.backwardWeights(ConvolutionAlgorithm.backwardWeights(shape, signature.input(1), shape.window()));
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
