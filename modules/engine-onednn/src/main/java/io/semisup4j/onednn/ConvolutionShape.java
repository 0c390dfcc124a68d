package io.semisup4j.onednn;

import io.semisup4j.engine.spec.WindowGeometry;
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
 * @param y images [N, H', W', O]
 */
record ConvolutionShape(memory.desc x, memory.desc weights, memory.desc y, WindowGeometry window) {

    private long[] strides() {
        return new long[] {window.stride(), window.stride()};
    }

    private long[] padding() {
        return new long[] {window.padding(), window.padding()};
    }

    convolution_forward.primitive_desc forward(algorithm algorithm) {
        return new convolution_forward.primitive_desc(
                new convolution_forward.desc(
                        prop_kind.forward_training, algorithm, x, weights, y, strides(), padding(), padding()),
                Onednn.attributes(),
                Onednn.ENGINE);
    }

    convolution_forward.primitive_desc forward(algorithm algorithm, memory.desc bias) {
        return new convolution_forward.primitive_desc(
                new convolution_forward.desc(
                        prop_kind.forward_training, algorithm, x, weights, bias, y, strides(), padding(), padding()),
                Onednn.attributes(),
                Onednn.ENGINE);
    }

    convolution_backward_data.primitive_desc backwardData(algorithm algorithm) {
        return new convolution_backward_data.primitive_desc(
                new convolution_backward_data.desc(algorithm, x, weights, y, strides(), padding(), padding()),
                Onednn.attributes(),
                Onednn.ENGINE,
                forward(algorithm));
    }

    convolution_backward_weights.primitive_desc backwardWeights(algorithm algorithm) {
        return new convolution_backward_weights.primitive_desc(
                new convolution_backward_weights.desc(algorithm, x, weights, y, strides(), padding(), padding()),
                Onednn.attributes(),
                Onednn.ENGINE,
                forward(algorithm));
    }
}
