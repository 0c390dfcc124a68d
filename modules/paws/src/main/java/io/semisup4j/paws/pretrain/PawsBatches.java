package io.semisup4j.paws.pretrain;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.BatchSource;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.sampling.SupportSchedule;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.data.split.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * The views of every PAWS step. All images, labelled ones included, are shuffled anew each epoch and seen in two large
 * and M small views; a class-balanced batch of labelled images is seen in V large views (PAWS, section 4).
 */
public final class PawsBatches implements BatchSource {
    private final LabeledImages images;
    private final Split labelled;
    private final SupportSchedule supports;
    private final UnlabeledOrder order;
    private final BatchShape shape;
    private final ViewTransform large;
    private final ViewTransform small;
    private final int stepsPerEpoch;
    private long keptEpoch = -1;
    private int[] kept = new int[0];

    /**
     * Lays out the batches of a run.
     *
     * @param images the whole training set; labels are read of {@code labelled} ones only
     * @param supports positions in {@code labelled} by step
     * @param small not used, and may be null, without small crops
     */
    public PawsBatches(
            LabeledImages images,
            Split labelled,
            SupportSchedule supports,
            BatchShape shape,
            ViewTransform large,
            ViewTransform small) {
        this(images, labelled, supports, new UnlabeledOrder(images.size(), 1, 0), shape, large, small);
    }

    /** The same for one of several devices, whose order and supports are its own shares. */
    public PawsBatches(
            LabeledImages images,
            Split labelled,
            SupportSchedule supports,
            UnlabeledOrder order,
            BatchShape shape,
            ViewTransform large,
            ViewTransform small) {
        this.images = images;
        this.labelled = labelled;
        this.supports = supports;
        this.order = order;
        this.shape = shape;
        this.large = large;
        this.small = small;
        this.stepsPerEpoch = order.batches(shape.images());
    }

    /** Steps of one epoch; the incomplete last batch is dropped. */
    public int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    @Override
    public BatchPlan plan(long step) {
        long epoch = step / stepsPerEpoch;
        int first = (int) (step % stepsPerEpoch) * shape.images();
        int[] epochOrder = epochOrder(epoch);
        List<ViewJob> largeJobs = new ArrayList<>(supportJobs(step));
        largeJobs.addAll(imageJobs(epochOrder, first, epoch, large, 0, 2));
        if (shape.smallCrops() == 0) {
            return BatchPlan.of(largeJobs);
        }
        return BatchPlan.of(largeJobs, imageJobs(epochOrder, first, epoch, small, 2, shape.smallCrops()));
    }

    /** Support images come again within an epoch, so their randomness is keyed by step and by views of their own. */
    private List<ViewJob> supportJobs(long step) {
        int[] positions = supports.batch(step);
        int firstView = 2 + shape.smallCrops();
        List<ViewJob> jobs = new ArrayList<>();
        for (int view = 0; view < shape.supportViews(); view++) {
            for (int position : positions) {
                jobs.add(new ViewJob(images, labelled.index(position), large, step, firstView + view));
            }
        }
        return jobs;
    }

    private List<ViewJob> imageJobs(
            int[] epochOrder, int first, long epoch, ViewTransform transform, int firstView, int views) {
        List<ViewJob> jobs = new ArrayList<>();
        for (int view = firstView; view < firstView + views; view++) {
            for (int i = first; i < first + shape.images(); i++) {
                jobs.add(new ViewJob(images, epochOrder[i], transform, epoch, view));
            }
        }
        return jobs;
    }

    private int[] epochOrder(long epoch) {
        if (epoch != keptEpoch) {
            kept = order.epoch(epoch);
            keptEpoch = epoch;
        }
        return kept;
    }
}
