package io.semisup4j.onednn;

import io.semisup4j.engine.spec.WindowGeometry;
import java.util.Map;

/**
 * Where Winograd's convolution F(4x4, 3x3), which multiplies four times less, beats the direct one; in float32 only. The rule is fixed
 * and nothing is timed in the process, so that runs repeat bit for bit; it was derived from measurements with AVX-512.
 * Winograd rounds to about 3e-6 of the largest magnitude, direct convolution to about 1e-6; so small convolutions, where
 * there is no time to win, stay direct.
 */
final class Winograd {
    /** {@code -Dkernels.exact=true} keeps to direct convolutions. */
    static final String EXACT = "kernels.exact";

    /** {@code -Dkernels.winogradProducts} sets another {@link #LEAST_PRODUCTS}; for tests and measurements. */
    static final String PRODUCTS = "kernels.winogradProducts";

    /** With fewer products N H W I O kH kW, half a millisecond of direct convolution, nothing is won for the digits lost. */
    private static final long LEAST_PRODUCTS = 200_000_000;

    /** Both switches, with what they are where nobody sets them. */
    static final Map<String, String> SWITCHES = Map.of(EXACT, "false", PRODUCTS, Long.toString(LEAST_PRODUCTS));

    private static final WindowGeometry WINDOW = WindowGeometry.square(3, 1, 1);
    private static final int TILE = 4;
    /** Tiles reach over the border of images; above this ratio of areas nothing is won (9x9, 5x5, 3x3). */
    private static final double LARGEST_OVERHANG = 1.5;
    /** With fewer tiles in a batch, transforming the weights is not paid back. */
    private static final long LEAST_TILES = 64;
    /** With fewer channels, transforming tiles costs more than the saved products. */
    private static final int LEAST_CHANNELS = 32;

    /** With fewer weights, their gradient wins nothing: 32 x 32 channels are a draw. */
    private static final long LEAST_WEIGHTS = 9 * 32 * 64;

    private Winograd() {}

    /** For outputs and gradients of inputs; weights [kH, kW, I, O], output images [N, H, W, O]. */
    static boolean suitsImages(WindowGeometry window, long[] weights, long[] images, NumberFormat numbers) {
        return numbers == NumberFormat.FLOAT32 && suits(window, weights, images);
    }

    /** For gradients of weights. */
    static boolean suitsWeights(WindowGeometry window, long[] weights, long[] images, NumberFormat numbers) {
        return Descriptors.length(weights) >= LEAST_WEIGHTS && suitsImages(window, weights, images, numbers);
    }

    private static boolean suits(WindowGeometry window, long[] weights, long[] images) {
        return !Boolean.getBoolean(EXACT)
                && Onednn.hasAvx512()
                && window.equals(WINDOW)
                && Math.min(weights[2], weights[3]) >= LEAST_CHANNELS
                && images[0] * tiles(images[1]) * tiles(images[2]) >= LEAST_TILES
                && overhang(images[1]) * overhang(images[2]) <= LARGEST_OVERHANG
                && products(weights, images) >= Long.getLong(PRODUCTS, LEAST_PRODUCTS);
    }

    /** Of the direct convolution. */
    private static double products(long[] weights, long[] images) {
        return (double) Descriptors.length(weights) * images[0] * images[1] * images[2];
    }

    /** What whole tiles cover of an extent, as a multiple of it. */
    private static double overhang(long extent) {
        return (double) (tiles(extent) * TILE) / extent;
    }

    private static long tiles(long extent) {
        return (extent + TILE - 1) / TILE;
    }
}
