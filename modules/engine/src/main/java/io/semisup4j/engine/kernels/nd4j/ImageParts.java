package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A batch of images cut into runs of images. Native convolutions copy their arrays into orders of their own; part by part
 * these copies are small, stay in the cache, and do not scatter the heap.
 *
 * @param images N
 * @param size images of a part; the last may have fewer
 */
record ImageParts(long images, long size) {
    /** Elements of a part's larger side: with a quarter of that, convolutions of 16x16 pixels are slower. */
    private static final long ELEMENTS = 1 << 21;

    /** For a convolution from images of one shape to images of the other, [N, H, W, C] each. */
    static ImageParts of(long[] x, long[] y) {
        return new ImageParts(x[0], Math.max(1, ELEMENTS / Math.max(elements(x), elements(y))));
    }

    /** Where the parts begin. */
    List<Long> starts() {
        List<Long> starts = new ArrayList<>();
        for (long start = 0; start < images; start += size) {
            starts.add(start);
        }
        return starts;
    }

    /** The images of the part that begins there. */
    INDArray part(INDArray batch, long start) {
        long[] shape = shape(batch.shape(), start);
        return Views.of(batch, start * elements(shape), shape);
    }

    /** Shape of the largest part of a batch of this shape. */
    long[] largest(long[] batch) {
        return shape(batch, 0);
    }

    private long[] shape(long[] batch, long start) {
        long[] shape = batch.clone();
        shape[0] = Math.min(size, images - start);
        return shape;
    }

    /** Of one image. */
    private static long elements(long[] shape) {
        return shape[1] * shape[2] * shape[3];
    }
}
