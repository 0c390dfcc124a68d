package io.semisup4j.onednn;

import org.bytedeco.dnnl.memory;

/**
 * Copies of queries, keys and values in bfloat16, head by head and side by side.
 *
 * @param shape extents B, H, N and d; D = H d
 */
record HeadShape(AttentionShape shape) {

    /** [B, N, 3 D] read as [3, B, H, N, d]. */
    memory.desc sideBySide() {
        long token = 3 * shape.width();
        return describe(
                new long[] {3, shape.batch(), shape.heads(), shape.tokens(), shape.size()},
                shape.width(),
                shape.tokens() * token,
                shape.size(),
                token,
                1);
    }

    /** [3, B, H, N, d] with every head whole. */
    memory.desc parts() {
        long head = shape.tokens() * shape.size();
        return describe(
                new long[] {3, shape.batch(), shape.heads(), shape.tokens(), shape.size()},
                shape.elements(),
                shape.heads() * head,
                head,
                shape.size(),
                1);
    }

    /** Whole heads [B, H, N, d], or their transposed reading [B, H, d, N]. */
    memory.desc whole(boolean transposed) {
        long head = shape.tokens() * shape.size();
        long sequence = shape.heads() * head;
        return transposed
                ? matrices(shape.size(), shape.tokens(), sequence, head, 1, shape.size())
                : matrices(shape.tokens(), shape.size(), sequence, head, shape.size(), 1);
    }

    private memory.desc matrices(long rows, long columns, long... strides) {
        return describe(new long[] {shape.batch(), shape.heads(), rows, columns}, strides);
    }

    private static memory.desc describe(long[] extents, long... strides) {
        return new memory.desc(extents, NumberFormat.BFLOAT16.type, strides);
    }
}
