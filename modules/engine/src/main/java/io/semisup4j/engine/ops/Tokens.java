package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.ElementwiseSpec;
import io.semisup4j.engine.spec.TransposeSpec;
import java.util.List;

/** From images to sequences of tokens [B, N, D], and what is done to whole sequences. */
public final class Tokens {
    private Tokens() {}

    /**
     * Square patches of images in reading order, each row-major as a convolution's weights are; [B, H, W, C] to [B, N,
     * size * size * C] with N = H W / size^2. A linear layer on them is a convolution whose stride is its kernel.
     */
    public static Tensor patches(Tensor images, int size) {
        if (images.rank() != 4 || size < 1 || images.size(1) % size != 0 || images.size(2) % size != 0) {
            throw new IllegalArgumentException("patches of " + size + " pixels need images [B, H, W, C] whose sides are"
                    + " multiples of " + size + ", not " + images);
        }
        long batch = images.size(0);
        long down = images.size(1) / size;
        long across = images.size(2) / size;
        long line = size * images.size(3);
        Tensor rows = Shapes.reshape(images, batch * down, size, across, line);
        return Shapes.reshape(swapMiddle(rows), batch, down * across, size * line);
    }

    /** The axes in the middle change places: [A, B, C, D] to [A, C, B, D]. */
    public static Tensor swapMiddle(Tensor x) {
        if (x.rank() != 4) {
            throw new IllegalArgumentException("only four axes have two in the middle, unlike " + x);
        }
        long[] shape = {x.size(0), x.size(2), x.size(1), x.size(3)};
        return x.graph()
                .apply(
                        new TransposeSpec.SwapMiddle(),
                        List.of(x),
                        List.of(shape),
                        upstream -> List.of(swapMiddle(upstream.get(0))))
                .get(0);
    }

    /** The same token before every sequence: [B, N, D] and [1, 1, D] to [B, N + 1, D]. */
    public static Tensor prepend(Tensor token, Tensor x) {
        long width = x.size(2);
        if (x.rank() != 3 || token.length() != width) {
            throw new IllegalArgumentException(
                    "a token [1, 1, D] goes before tokens [B, N, D], not " + token + " before " + x);
        }
        long batch = x.size(0);
        Tensor first = repeat(Shapes.reshape(token, 1, width), batch);
        Tensor joined = Columns.concat(List.of(first, Shapes.reshape(x, batch, x.size(1) * width)));
        return Shapes.reshape(joined, batch, x.size(1) + 1, width);
    }

    /** The first token of every sequence: [B, N, D] to [B, D]. */
    public static Tensor first(Tensor x) {
        return Columns.cut(Shapes.reshape(x, x.size(0), x.size(1) * x.size(2)), 0, x.size(2));
    }

    /** The same added to every sequence: [B, N, D] and an embedding of positions [1, N, D]. */
    public static Tensor addToEach(Tensor x, Tensor positions) {
        if (x.rank() != 3 || positions.length() != x.size(1) * x.size(2)) {
            throw new IllegalArgumentException(
                    "an embedding of positions [1, N, D] is added to tokens [B, N, D], not " + positions + " to " + x);
        }
        Tensor rows = Shapes.reshape(x, x.size(0), positions.length());
        return Shapes.reshape(Arithmetic.add(rows, Shapes.reshape(positions, 1, positions.length())), x.shape());
    }

    private static Tensor repeat(Tensor row, long times) {
        long[] shape = {times, row.size(1)};
        return row.graph()
                .apply(
                        new ElementwiseSpec.Broadcast(),
                        List.of(row),
                        List.of(shape),
                        upstream -> List.of(Shapes.reshape(Sums.columns(upstream.get(0)), row.shape())))
                .get(0);
    }
}
