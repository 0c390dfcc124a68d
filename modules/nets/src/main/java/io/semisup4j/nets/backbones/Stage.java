package io.semisup4j.nets.backbones;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.layers.Layer;
import io.semisup4j.nets.scope.Scope;
import java.util.function.IntFunction;

/**
 * Blocks one behind the other, named 0, 1, ...; the first one may shrink the image.
 *
 * @param blocks how many
 * @param stride of the first block; the others have 1
 * @param block makes a block of a stride
 */
record Stage(int blocks, int stride, IntFunction<Layer> block) implements Layer {

    @Override
    public Tensor apply(Scope scope, Tensor x) {
        Tensor y = block.apply(stride).named("0", scope, x);
        for (int i = 1; i < blocks; i++) {
            y = block.apply(1).named(Integer.toString(i), scope, y);
        }
        return y;
    }
}
