package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Tensor;

/**
 * Dropout by masks that are drawn outside the graph, so that a step can be repeated and resumed exactly. A mask holds 0
 * where something is dropped and 1 / (1 - rate) elsewhere.
 */
public final class Dropout {
    private Dropout() {}

    /** Drops single elements; the mask has x's shape. */
    public static Tensor elements(Tensor x, Tensor mask) {
        if (!mask.hasShape(x.shape())) {
            throw new IllegalArgumentException("a dropout mask must have the shape of " + x + ", unlike " + mask);
        }
        return Arithmetic.multiply(x, mask);
    }

    /** Drops whole samples of a residual branch (stochastic depth); x is [B, ...], the mask [B, 1]. */
    public static Tensor path(Tensor x, Tensor mask) {
        long batch = x.size(0);
        if (!mask.hasShape(batch, 1)) {
            throw new IllegalArgumentException("a mask of paths has one number for each of the " + batch
                    + " samples of " + x + ", unlike " + mask);
        }
        Tensor rows = Shapes.reshape(x, batch, x.length() / batch);
        return Shapes.reshape(Arithmetic.multiply(rows, mask), x.shape());
    }
}
