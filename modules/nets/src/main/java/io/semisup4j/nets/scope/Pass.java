package io.semisup4j.nets.scope;

import io.semisup4j.engine.collective.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * One forward pass of a network over one group of images: how its batch norms normalise, and what they saw. PAWS makes
 * two passes a step, the large views and then the small ones.
 */
public final class Pass {
    private final boolean training;
    private final Group group;
    private final List<BatchStatistics> statistics = new ArrayList<>();

    private Pass(boolean training, Group group) {
        this.training = training;
        this.group = group;
    }

    /** Batch norms use the statistics of this device's batch, and note them for the running ones. */
    public static Pass train() {
        return train(Group.alone());
    }

    /** The same with synchronised batch norms, which use the statistics of all devices' batches together. */
    public static Pass train(Group group) {
        return new Pass(true, group);
    }

    /**
     * Batch norms use the running statistics. Gradients flow as in training, so this is also the pass for fine-tuning
     * with frozen statistics, where weight and bias of a batch norm are still trained.
     */
    public static Pass evaluation() {
        return new Pass(false, Group.alone());
    }

    public boolean training() {
        return training;
    }

    /** The devices whose batches are normalised together. */
    public Group group() {
        return group;
    }

    /** Called by a batch norm layer in a training pass. */
    public void note(BatchStatistics layer) {
        statistics.add(layer);
    }

    /** What the batch norms saw, in the order of the pass; empty in evaluation. */
    public List<BatchStatistics> statistics() {
        return List.copyOf(statistics);
    }
}
