package io.semisup4j.engine.spec;

/** Two-dimensional convolution of images [N, H, W, I] with weights [kH, kW, I, O]. */
public sealed interface ConvolutionSpec extends OpSpec {
    WindowGeometry window();

    /** x, w and, if {@code bias}, b [O]; gives y [N, H', W', O]. */
    record Forward(WindowGeometry window, boolean bias) implements ConvolutionSpec {}

    /** x, w, dy; gives dx and dw, each only if somebody reads it. */
    record Gradient(WindowGeometry window) implements ConvolutionSpec {}
}
