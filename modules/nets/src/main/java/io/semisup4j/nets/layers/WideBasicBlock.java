package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.nets.scope.Scope;

/**
 * Pre-activation block of PAWS's WideResNet. Convolutions have biases, the stride sits in the second one, and the
 * shortcut takes the block's raw input. No dropout: the published rate is 0.
 *
 * @param planes output channels
 * @param stride of the block
 */
public record WideBasicBlock(long planes, int stride) implements Layer {

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor a = BatchNorm.RELU.named("bn1", scope, x);
        a = Conv2d.withBias(planes, 3, 1).named("conv1", scope, a);
        a = BatchNorm.RELU.named("bn2", scope, a);
        a = Conv2d.withBias(planes, 3, stride).named("conv2", scope, a);
        boolean identity = stride == 1 && x.size(-1) == planes;
        return Arithmetic.add(a, identity ? x : shortcut(scope, x));
    }

    private Tensor shortcut(Scope scope, Tensor x) {
        Layer projection = Conv2d.withBias(planes, 1, stride);
        return scope.within("shortcut", sequence -> projection.named("0", sequence, x));
    }
}
