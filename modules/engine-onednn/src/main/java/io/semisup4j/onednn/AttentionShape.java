package io.semisup4j.onednn;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.KernelArrays;
import java.util.function.Function;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The matrices of self-attention as strided readings of the arrays where they lie, so that no head is ever copied.
 *
 * @param batch B sequences
 * @param heads H
 * @param tokens N
 * @param size d, features of a head; D = H d
 */
record AttentionShape(long batch, long heads, long tokens, long size) {
    // The parts of [B, N, 3 D], in their order.
    static final int QUERIES = 0;
    static final int KEYS = 1;
    static final int VALUES = 2;

    static AttentionShape of(long[] qkv, int heads) {
        return new AttentionShape(qkv[0], heads, qkv[1], qkv[2] / 3 / heads);
    }

    long width() {
        return heads * size;
    }

    /** Numbers of queries, of keys or of values. */
    long elements() {
        return batch * heads * tokens * size;
    }

    /** One part of [B, N, 3 D] as N x d matrices of B x H heads. */
    memory.desc part() {
        return matrices(tokens, size, 3 * width(), 1, tokens * 3 * width(), size, NumberFormat.FLOAT32);
    }

    /** The same transposed. */
    memory.desc partTransposed() {
        return matrices(size, tokens, 1, 3 * width(), tokens * 3 * width(), size, NumberFormat.FLOAT32);
    }

    /** [B, N, D] as N x d matrices of B x H heads. */
    memory.desc merged(NumberFormat numbers) {
        return matrices(tokens, size, width(), 1, tokens * width(), size, numbers);
    }

    /** [B, H, N, N], optionally transposed. */
    memory.desc scores(boolean transposed, NumberFormat numbers) {
        long row = transposed ? 1 : tokens;
        long column = transposed ? tokens : 1;
        return matrices(tokens, tokens, row, column, heads * tokens * tokens, tokens * tokens, numbers);
    }

    /** Queries (0), keys (1) or values (2) within an array [B, N, 3 D]. */
    Operand part(int index, memory.desc descriptor, Function<KernelArrays, INDArray> qkv) {
        return new Operand(descriptor, arrays -> Views.of(qkv.apply(arrays), index * width(), size));
    }

    private memory.desc matrices(
            long rows, long columns, long row, long column, long sequence, long head, NumberFormat numbers) {
        return new memory.desc(
                new long[] {batch, heads, rows, columns}, numbers.type, new long[] {sequence, head, row, column});
    }
}
