package io.semisup4j.nets.scope;

import java.util.ArrayList;
import java.util.List;

/**
 * One forward pass of a network over one group of images: how its batch norms normalise, and what they saw. PAWS makes
 * two passes a step, the large views and then the small ones.
 */
public final class Pass {
    private final boolean training;
    private final List<BatchStatistics> statistics = new ArrayList<>();

    private Pass(boolean training) {
        this.training = training;
    }

    /** Batch norms use the statistics of the batch, and note them for the running ones. */
    public static Pass train() {
        return new Pass(true);
    }

    /**
     * Batch norms use the running statistics. Gradients flow as in training, so this is also the pass for fine-tuning
     * with frozen statistics, where weight and bias of a batch norm are still trained.
     */
    public static Pass evaluation() {
        return new Pass(false);
    }

    public boolean training() {
        return training;
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
