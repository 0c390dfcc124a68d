package io.semisup4j.onednn;

import io.semisup4j.engine.spec.WindowGeometry;
import java.util.function.Function;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/**
 * A convolution as oneDNN describes it; the weights are in whatever order a primitive prefers.
 *
 * @param x images [N, H, W, I]
 * @param weights weights [kH, kW, I, O]
 * @param weightGradient its gradient, in float32 whatever the weights are multiplied in
 * @param y images [N, H', W', O]
 */
record ConvolutionShape(
        memory.desc x, memory.desc weights, memory.desc weightGradient, memory.desc y, WindowGeometry window) {

    /** With weights [kH, kW, I, O] that are multiplied in the given numbers. */
    static ConvolutionShape of(
            memory.desc x, long[] weights, memory.desc y, WindowGeometry window, NumberFormat numbers) {
        return new ConvolutionShape(
                x,
                Descriptors.anyWeights(weights, numbers),
                Descriptors.anyWeights(weights, NumberFormat.FLOAT32),
                y,
                window);
    }

    private long[] strides() {
        return new long[] {window.stride(), window.stride()};
    }

    private long[] padding() {
        return new long[] {window.padding(), window.padding()};
    }

    /** Forward, without a bias if {@code bias} is null. */
    convolution_forward.primitive_desc forward(boolean winograd, memory.desc bias) {
        return preferring(winograd, algorithm -> forward(algorithm, bias));
    }

    convolution_backward_data.primitive_desc backwardData(boolean winograd) {
        return preferring(
                winograd,
                algorithm -> new convolution_backward_data.primitive_desc(
                        new convolution_backward_data.desc(algorithm, x, weights, y, strides(), padding(), padding()),
                        Onednn.attributes(),
                        Onednn.ENGINE,
                        forward(algorithm, null)));
    }

    convolution_backward_weights.primitive_desc backwardWeights(boolean winograd) {
        return preferring(winograd, algorithm -> backwardWeights(algorithm, null));
    }

    /** Of weights and bias, by direct convolution. */
    convolution_backward_weights.primitive_desc backwardWeights(memory.desc bias) {
        return backwardWeights(algorithm.convolution_direct, bias);
    }

    private convolution_backward_weights.primitive_desc backwardWeights(algorithm algorithm, memory.desc bias) {
        return new convolution_backward_weights.primitive_desc(
                bias == null
                        ? new convolution_backward_weights.desc(
                                algorithm, x, weightGradient, y, strides(), padding(), padding())
                        : new convolution_backward_weights.desc(
                                algorithm, x, weightGradient, bias, y, strides(), padding(), padding()),
                Onednn.attributes(),
                Onednn.ENGINE,
                forward(algorithm, bias));
    }

    private convolution_forward.primitive_desc forward(algorithm algorithm, memory.desc bias) {
        prop_kind kind = prop_kind.forward_training;
        return new convolution_forward.primitive_desc(
                bias == null
                        ? new convolution_forward.desc(kind, algorithm, x, weights, y, strides(), padding(), padding())
                        : new convolution_forward.desc(
                                kind, algorithm, x, weights, bias, y, strides(), padding(), padding()),
                Onednn.attributes(),
                Onednn.ENGINE);
    }

    /** Winograd where it is asked for and exists, else direct. */
    private static <T> T preferring(boolean winograd, Function<algorithm, T> describe) {
        if (winograd) {
            try {
                return describe.apply(algorithm.convolution_winograd);
            } catch (RuntimeException refusal) {
                if (!Refusals.isRefusal(refusal)) {
                    throw refusal;
                }
            }
        }
        return describe.apply(algorithm.convolution_direct);
    }
}
