package io.semisup4j.paws.pretrain;

import io.semisup4j.data.pipeline.Batch;
import io.semisup4j.training.feed.BatchFeed;

/**
 * The views of one step, normalised, row-major.
 *
 * @param large [S + 2B, H, W, 3]
 * @param small [M B, h, w, 3]; empty without small crops
 * @param waitSeconds time that was waited for them
 */
public record StepViews(float[] large, float[] small, double waitSeconds) {

    /** Where steps get their views; asked for one step after the other. */
    @FunctionalInterface
    public interface Source {
        StepViews at(long step);
    }

    /** Views of a feed of {@link PawsBatches}. */
    public static Source of(BatchFeed feed) {
        return step -> {
            Batch batch = feed.batch(step);
            float[] small = batch.plan().parts() > 1 ? batch.array(1) : new float[0];
            return new StepViews(batch.array(0), small, feed.waitSeconds());
        };
    }
}
