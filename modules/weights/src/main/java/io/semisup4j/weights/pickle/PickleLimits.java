package io.semisup4j.weights.pickle;

/** Bounds far above any real checkpoint and far below what harms the process. */
final class PickleLimits {
    /** Bytes of one text, byte string or line. */
    static final long TEXT = 16L << 20;
    /** Bytes of one integer. */
    static final int INTEGER = 64;
    /** Values on the stack. */
    static final int STACK = 1 << 20;
    /** Remembered values. */
    static final int MEMO = 1 << 20;
    /** Containers inside containers. */
    static final int DEPTH = 100;
    /** Values in the finished tree, shared ones counted as often as they appear. */
    static final long TREE = 20_000_000;

    private PickleLimits() {}
}
