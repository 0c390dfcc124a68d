package io.semisup4j.engine.spec;

/**
 * The geometry of a sliding window: kernel, stride and zero padding of both image axes.
 *
 * @param kernelHeight rows of the window
 * @param kernelWidth columns of the window
 * @param stride step of the window on both axes
 * @param padding rows and columns added on every side
 */
public record WindowGeometry(int kernelHeight, int kernelWidth, int stride, int padding) {

    public WindowGeometry {
        if (kernelHeight < 1 || kernelWidth < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException(
                    "a window needs kernel and stride of at least 1 and padding of at least 0," + " not " + kernelHeight
                            + "x" + kernelWidth + ", stride " + stride + ", padding " + padding);
        }
    }

    /** A square window. */
    public static WindowGeometry square(int kernel, int stride, int padding) {
        return new WindowGeometry(kernel, kernel, stride, padding);
    }

    /** Output extent along an axis of the given input extent. */
    public long outputHeight(long height) {
        return (height + 2L * padding - kernelHeight) / stride + 1;
    }

    /** Output extent along an axis of the given input extent. */
    public long outputWidth(long width) {
        return (width + 2L * padding - kernelWidth) / stride + 1;
    }

    /** Whether the window sees one pixel at a time, so that a convolution is a matrix product. */
    public boolean pointwise() {
        return kernelHeight == 1 && kernelWidth == 1 && stride == 1 && padding == 0;
    }
}
