package io.semisup4j.training.supervised;

import io.semisup4j.data.pipeline.Batch;
import io.semisup4j.training.feed.BatchFeed;

/**
 * The pictures of one supervised step and their classes.
 *
 * @param images [N, H, W, 3], normalised, row-major
 * @param labels N classes, from 0
 * @param waitSeconds time that was waited for them
 */
public record LabelledViews(float[] images, int[] labels, double waitSeconds) {

    /** Where steps get their pictures; asked for one step after the other. */
    @FunctionalInterface
    public interface Source {
        LabelledViews at(long step);
    }

    /** Part 0 of a feed's batches. */
    public static Source of(BatchFeed feed) {
        return step -> {
            Batch batch = feed.batch(step);
            return new LabelledViews(batch.array(0), batch.plan().labels(0), feed.waitSeconds());
        };
    }
}
