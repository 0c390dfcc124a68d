package io.semisup4j.nets.backbones;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Pooling;
import io.semisup4j.nets.layers.BatchNorm;
import io.semisup4j.nets.layers.Conv2d;
import io.semisup4j.nets.layers.WideBasicBlock;
import io.semisup4j.nets.scope.Scope;

/**
 * The Wide ResNet (Zagoruyko and Komodakis 2016) of PAWS for small images: a 3x3 stem, three stages of {@link
 * WideBasicBlock}, a final batch norm with ReLU, the mean over the image.
 *
 * @param depth 6 n + 4 for n blocks a stage, for example 28
 * @param width factor on the channels 16, 32, 64 of the stages
 */
public record WideResNet(int depth, int width) implements Backbone {
    /**
     * As published: the running statistics of the last batch norm are nearly those of the last group of images, the
     * small crops of multi-crop training.
     */
    private static final double FINAL_MOMENTUM = 0.99;

    public WideResNet {
        if (depth < 10 || (depth - 4) % 6 != 0 || width < 1) {
            throw new IllegalArgumentException(
                    "a WideResNet has a depth of 6 n + 4 (10, 16, 22, 28, ...) and a width of"
                            + " at least 1, not depth " + depth + " and width " + width);
        }
    }

    @Override
    public long features() {
        return 64L * width;
    }

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor y = Conv2d.withBias(16, 3, 1).named("conv1", scope, x);
        y = stage(16L * width, 1).named("layer1", scope, y);
        y = stage(32L * width, 2).named("layer2", scope, y);
        y = stage(64L * width, 2).named("layer3", scope, y);
        y = BatchNorm.RELU.withMomentum(FINAL_MOMENTUM).named("bn1", scope, y);
        return Pooling.globalAverage(y);
    }

    private Stage stage(long planes, int stride) {
        return new Stage((depth - 4) / 6, stride, s -> new WideBasicBlock(planes, s));
    }
}
