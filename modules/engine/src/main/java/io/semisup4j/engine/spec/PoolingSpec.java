package io.semisup4j.engine.spec;

/** Pooling of images [N, H, W, C]. */
public sealed interface PoolingSpec extends OpSpec {

    /** x; gives y and the provider's notes for the gradient. Padding counts as minus infinity. */
    record Max(WindowGeometry window) implements PoolingSpec {}

    /** x, dy, notes; gives dx. */
    record MaxGradient(WindowGeometry window) implements PoolingSpec {}

    /** x [N, H, W, C]; gives the mean over H and W, [N, C]. */
    record GlobalAverage() implements PoolingSpec {}

    /** dy [N, C]; gives dx [N, H, W, C]. */
    record GlobalAverageGradient() implements PoolingSpec {}
}
