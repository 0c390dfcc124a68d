package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.nets.scope.Scope;

/**
 * Bottleneck block of ResNet (He et al. 2016) with the stride in the 3x3 convolution, as in torchvision.
 *
 * @param planes a quarter of the output channels
 * @param width channels of the 3x3 convolution
 * @param stride of the block
 */
public record Bottleneck(long planes, long width, int stride) implements Layer {
    /** Output channels are this many times the planes. */
    public static final int EXPANSION = 4;

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor y = Conv2d.kaiming(width, 1, 1).named("conv1", scope, x);
        y = BatchNorm.RELU.named("bn1", scope, y);
        y = Conv2d.kaiming(width, 3, stride).named("conv2", scope, y);
        y = BatchNorm.RELU.named("bn2", scope, y);
        y = Conv2d.kaiming(outputs(), 1, 1).named("conv3", scope, y);
        y = BatchNorm.PLAIN.named("bn3", scope, y);
        boolean identity = stride == 1 && x.size(-1) == outputs();
        return Elementwise.addRelu(y, identity ? x : scope.within("downsample", inner -> downsample(inner, x)));
    }

    private Tensor downsample(Scope scope, Tensor x) {
        Tensor y = Conv2d.kaiming(outputs(), 1, stride).named("0", scope, x);
        return BatchNorm.PLAIN.named("1", scope, y);
    }

    private long outputs() {
        return EXPANSION * planes;
    }
}
