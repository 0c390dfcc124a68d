package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Convolution;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.AxisOrder;
import io.semisup4j.nets.state.Initialiser;

/**
 * Convolution with a square kernel and zero padding of half of it, so that stride 1 keeps the image size: [N, H, W, I]
 * to [N, H', W', outputs].
 *
 * @param outputs output channels
 * @param kernel side of the kernel, odd
 * @param stride on both axes
 * @param convention whether it has a bias, and how it begins
 */
public record Conv2d(long outputs, int kernel, int stride, Convention convention) implements Layer {

    /** The two published conventions. */
    public enum Convention {
        /** No bias; normal weights by fan out (He et al. 2015), as in ResNet. */
        KAIMING,
        /** A bias; weights and bias uniform by fan in, PyTorch's default, as in PAWS's WideResNet. */
        DEFAULT_WITH_BIAS
    }

    /** Without bias, weights by fan out. */
    public static Conv2d kaiming(long outputs, int kernel, int stride) {
        return new Conv2d(outputs, kernel, stride, Convention.KAIMING);
    }

    /** With bias, PyTorch's default start. */
    public static Conv2d withBias(long outputs, int kernel, int stride) {
        return new Conv2d(outputs, kernel, stride, Convention.DEFAULT_WITH_BIAS);
    }

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        long inputs = x.size(-1);
        long area = (long) kernel * kernel;
        boolean bias = convention == Convention.DEFAULT_WITH_BIAS;
        Initialiser initialiser =
                bias ? Initialiser.byFanIn(inputs * area) : Initialiser.kaimingByFanOut(outputs * area);
        Tensor w = scope.parameter("weight", initialiser, AxisOrder.CONVOLUTION, kernel, kernel, inputs, outputs);
        return bias
                ? Convolution.convolve(x, w, scope.parameter("bias", initialiser, outputs), stride, kernel / 2)
                : Convolution.convolve(x, w, stride, kernel / 2);
    }
}
