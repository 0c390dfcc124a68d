package io.semisup4j.data.pipeline;

import io.semisup4j.data.dataset.DataException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a loader works; none of it changes a single byte of a batch.
 *
 * @param threads threads that make views; 0 makes them in the consumer's thread when it asks
 * @param ahead batches that may be made before they are asked for, at least 1; memory is that of {@code ahead + 1} batches
 */
public record LoaderOptions(int threads, int ahead) {
    public LoaderOptions {
        List<String> problems = new ArrayList<>();
        if (threads < 0 || threads > 1024) {
            problems.add("threads is " + threads + "; it must lie in 0..1024 (0: no threads of its own).");
        }
        if (ahead < 1) {
            problems.add("ahead is " + ahead + "; at least 1 batch must be made ahead.");
        }
        DataException.throwIfAny("these loader options", problems);
    }

    /** This many threads, two batches ahead. */
    public static LoaderOptions threads(int threads) {
        return new LoaderOptions(threads, 2);
    }
}
