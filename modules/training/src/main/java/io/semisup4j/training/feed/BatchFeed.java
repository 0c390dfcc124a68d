package io.semisup4j.training.feed;

import io.semisup4j.data.pipeline.Batch;
import io.semisup4j.data.pipeline.BatchSource;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.pipeline.ViewLoader;

/**
 * Hands a training step its batch. The loader behind it begins at the first step that is asked for, so a resumed run
 * needs no word about where it goes on.
 */
public final class BatchFeed implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final BatchSource source;
    private final long seed;
    private final long end;
    private final LoaderOptions options;
    private ViewLoader loader;
    private long next;
    private double waitSeconds;

    /**
     * Prepares a feed; nothing is loaded yet.
     *
     * @param seed first key of every view's randomness
     * @param end the step after the last one
     */
    public BatchFeed(BatchSource source, long seed, long end, LoaderOptions options) {
        this.source = source;
        this.seed = seed;
        this.end = end;
        this.options = options;
    }

    /** The batch of a step; its arrays are valid until the next call. Steps are asked for one after the other. */
    public Batch batch(long step) {
        if (loader == null || step != next) {
            close();
            loader = new ViewLoader(source, seed, step, end, options);
        }
        double before = loader.waited().toNanos() / NANOS;
        Batch batch = loader.next();
        waitSeconds = loader.waited().toNanos() / NANOS - before;
        next = step + 1;
        return batch;
    }

    /** Seconds that the last call waited. */
    public double waitSeconds() {
        return waitSeconds;
    }

    @Override
    public void close() {
        if (loader != null) {
            loader.close();
            loader = null;
        }
    }
}
