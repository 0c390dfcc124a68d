package io.semisup4j.paws.finetune;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.BatchSource;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.sampling.SupportSchedule;
import io.semisup4j.data.split.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * Class-balanced batches of labelled images, each seen in V views.
 *
 * @param positions positions in {@code labelled} by step
 * @param views V, at least 1
 */
public record LabelledBatches(
        LabeledImages images, Split labelled, SupportSchedule positions, ViewTransform transform, int views)
        implements BatchSource {

    @Override
    public BatchPlan plan(long step) {
        List<ViewJob> jobs = new ArrayList<>();
        int[] batch = positions.batch(step);
        for (int view = 0; view < views; view++) {
            for (int position : batch) {
                jobs.add(new ViewJob(images, labelled.index(position), transform, step, view));
            }
        }
        return BatchPlan.of(jobs);
    }
}
