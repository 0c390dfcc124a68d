package io.semisup4j.engine.plan;

import io.semisup4j.engine.kernels.Format;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A tensor in one format while a plan is compiled: who makes it, who reads it last, where it lies. */
final class Value {
    static final int NEVER = -1;
    static final int FOR_EVER = Integer.MAX_VALUE;

    final String name;
    final long[] shape;
    final Format format;
    /** The value whose memory this one reads in another shape, and how many elements after its beginning. */
    final Value base;

    final long offset;

    int firstStep = NEVER;
    int lastStep = NEVER;
    /** Memory given from outside; wins over the arena. */
    INDArray given;
    /** Place in the arena, if any. */
    Region region;

    Value(String name, long[] shape, Format format) {
        this(name, shape, format, null, 0);
    }

    private Value(String name, long[] shape, Format format, Value base, long offset) {
        this.name = name;
        this.shape = shape;
        this.format = format;
        this.base = base;
        this.offset = offset;
    }

    Value view(String viewName, long[] viewShape, long viewOffset) {
        return new Value(viewName, viewShape, format, this, viewOffset);
    }

    /** The value that owns the memory. */
    Value root() {
        return base == null ? this : base.root();
    }

    long rootOffset() {
        return base == null ? 0 : base.rootOffset() + offset;
    }

    long storage() {
        return format.storage(shape);
    }

    void readAt(int step) {
        Value root = root();
        root.lastStep = Math.max(root.lastStep, step);
    }

    void madeAt(int step) {
        firstStep = step;
        readAt(step);
    }
}
