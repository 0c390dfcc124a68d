package io.semisup4j.nets.backbones;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Tokens;
import io.semisup4j.nets.layers.Layer;
import io.semisup4j.nets.layers.LayerNorm;
import io.semisup4j.nets.layers.Linear;
import io.semisup4j.nets.layers.PatchEmbedding;
import io.semisup4j.nets.layers.TransformerBlock;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Initialiser;

/**
 * Vision transformer (Dosovitskiy et al. 2021) under the names of DeiT: patches and a class token with learnt positions
 * through pre-norm blocks; the features are the class token's last state.
 *
 * @param imageSize side of the images in pixels, a multiple of the patch size, which the learnt positions belong to
 * @param patchSize side of a patch in pixels
 * @param width D of the tokens
 * @param blocks number of blocks
 * @param heads of every attention, a divisor of the width
 */
public record VisionTransformer(int imageSize, int patchSize, long width, int blocks, int heads) implements Backbone {
    private static final int MLP_EXPANSION = 4;
    private static final double DEVIATION = 0.02;

    public VisionTransformer {
        boolean positive = patchSize >= 1 && width >= 1 && blocks >= 1 && heads >= 1;
        if (!positive || imageSize < patchSize || imageSize % patchSize != 0 || width % heads != 0) {
            throw new IllegalArgumentException(
                    "a vision transformer has images that whole patches cover and a width that"
                            + " its heads divide, not images of " + imageSize + " and patches of " + patchSize
                            + " pixels, "
                            + blocks + " blocks, a width of " + width + " and " + heads + " heads");
        }
    }

    /** ViT-Ti with patches of 16 pixels. */
    public static VisionTransformer tiny(int imageSize) {
        return new VisionTransformer(imageSize, 16, 192, 12, 3);
    }

    /** ViT-S with patches of 16 pixels. */
    public static VisionTransformer small(int imageSize) {
        return new VisionTransformer(imageSize, 16, 384, 12, 6);
    }

    /** ViT-B with patches of 16 pixels. */
    public static VisionTransformer base(int imageSize) {
        return new VisionTransformer(imageSize, 16, 768, 12, 12);
    }

    @Override
    public long features() {
        return width;
    }

    /** The class token's features [N, D]; the final norm sees rows alone, so only this one is normalised. */
    @Override
    public Tensor apply(Scope scope, Tensor images) {
        return LayerNorm.TRANSFORMER.named("norm", scope, Tokens.first(tokens(scope, images)));
    }

    /** With the linear classifier {@code head}: images to logits [N, classes]. */
    public Layer classifier(long classes) {
        Linear head = new Linear(classes, Linear.Start.TRANSFORMER);
        return (scope, images) -> head.named("head", scope, apply(scope, images));
    }

    /** All tokens before the final norm, the class token first: [N, 1 + patches, D]. */
    private Tensor tokens(Scope scope, Tensor images) {
        if (images.rank() != 4 || images.size(1) != imageSize || images.size(2) != imageSize) {
            throw new IllegalArgumentException("this vision transformer has positions for images of " + imageSize
                    + " by " + imageSize + " pixels, not for " + images);
        }
        int side = imageSize / patchSize;
        Initialiser normal = new Initialiser.Normal(DEVIATION);
        Tensor token = scope.parameter("cls_token", normal, 1, 1, width);
        Tensor positions = scope.parameter("pos_embed", normal, 1, 1 + (long) side * side, width);
        Tensor patches = new PatchEmbedding(width, patchSize).named("patch_embed", scope, images);
        Tensor x = Tokens.addToEach(Tokens.prepend(token, patches), positions);
        for (int i = 0; i < blocks; i++) {
            x = new TransformerBlock(heads, MLP_EXPANSION).named(Integer.toString(i), scope.child("blocks"), x);
        }
        return x;
    }
}
