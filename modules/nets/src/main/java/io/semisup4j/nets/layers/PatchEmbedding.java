package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.ops.Tokens;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.AxisOrder;
import io.semisup4j.nets.state.Initialiser;

/**
 * A token for every square patch; [B, H, W, C] to [B, H W / size^2, outputs]. It is the convolution {@code proj} whose
 * stride is its kernel, computed as one matrix product.
 *
 * @param outputs width of the tokens
 * @param size side of the patches
 */
public record PatchEmbedding(long outputs, int size) implements Layer {

    @Override
    public Tensor apply(Scope scope, Tensor images) {
        return scope.within("proj", inner -> convolution(inner, images));
    }

    private Tensor convolution(Scope scope, Tensor images) {
        long channels = images.size(-1);
        long inputs = size * size * channels;
        Initialiser initialiser = Initialiser.byFanIn(inputs);
        Tensor w = scope.parameter("weight", initialiser, AxisOrder.CONVOLUTION, size, size, channels, outputs);
        Tensor b = scope.parameter("bias", initialiser, outputs);
        Tensor patches = Tokens.patches(images, size);
        Tensor rows = Shapes.reshape(patches, patches.rows(), inputs);
        Tensor tokens = Arithmetic.add(Matrices.product(rows, Shapes.reshape(w, inputs, outputs)), b);
        return Shapes.reshape(tokens, patches.size(0), patches.size(1), outputs);
    }
}
