package io.semisup4j.onednn;

import io.semisup4j.engine.spec.WindowGeometry;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** Direct or Winograd, by a fixed rule. */
final class ConvolutionAlgorithm {
    private ConvolutionAlgorithm() {}

    static algorithm forward(ConvolutionShape shape, long[] weights, WindowGeometry window) {
        return algorithm.convolution_direct;
    }

    static algorithm backwardData(ConvolutionShape shape, long[] weights, WindowGeometry window) {
        return algorithm.convolution_direct;
    }

    static algorithm backwardWeights(ConvolutionShape shape, long[] weights, WindowGeometry window) {
        return algorithm.convolution_direct;
    }
}
