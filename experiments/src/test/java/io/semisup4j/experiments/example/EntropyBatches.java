package io.semisup4j.experiments.example;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.BatchSource;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.data.split.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * Place 2, the data: which views a step sees. It is a function of the step alone, so that a resumed run goes on exactly.
 *
 * @param images all pictures
 * @param labelled whose labels are read
 * @param batch labelled pictures of a step, and as many unlabelled ones
 */
record EntropyBatches(LabeledImages images, Split labelled, ViewTransform view, int batch) implements BatchSource {

    @Override
    public BatchPlan plan(long step) {
        List<ViewJob> jobs = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            int position = (int) ((step * batch + i) % labelled.size());
            jobs.add(new ViewJob(images, labelled.index(position), view, step, 1));
        }
        int stepsPerEpoch = stepsPerEpoch();
        int[] order = new UnlabeledOrder(images.size(), 1, 0).epoch(step / stepsPerEpoch);
        int first = (int) (step % stepsPerEpoch) * batch;
        for (int i = first; i < first + batch; i++) {
            jobs.add(new ViewJob(images, order[i], view, step, 0));
        }
        return BatchPlan.of(jobs);
    }

    int stepsPerEpoch() {
        return images.size() / batch;
    }
}
