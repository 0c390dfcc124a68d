package io.semisup4j.training.stats;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.HostFloats;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The update that one forward pass in training mode makes to the running statistics, as in PyTorch:
 * {@code running = (1 - momentum)*running + momentum*batch}, where the variance of the batch is the unbiased one. All
 * layers are updated at once, on flat vectors; buffers of other layers and other kinds stay as they are.
 */
public final class RunningStatistics {
    private final List<TrackedLayer> layers;
    private final INDArray keep;
    private final INDArray take;
    private final INDArray taken;

    /**
     * Prepares the constants of a pass.
     *
     * @param buffers layout of the buffer vector and of the vector of batch statistics
     * @param layers the layers that the pass runs through
     * @param type data type of both vectors
     */
    public RunningStatistics(FlatLayout buffers, List<TrackedLayer> layers, DataType type) {
        this.layers = List.copyOf(layers);
        keep = buffers.zeros(type).addi(1);
        take = buffers.zeros(type);
        taken = buffers.zeros(type);
        for (TrackedLayer layer : layers) {
            buffers.view(keep, layer.mean()).assign(1 - layer.momentum());
            buffers.view(keep, layer.variance()).assign(1 - layer.momentum());
            buffers.view(take, layer.mean()).assign(layer.momentum());
            buffers.view(take, layer.variance()).assign(layer.momentum() * layer.unbiased());
        }
    }

    /**
     * Updates the running statistics in place.
     *
     * @param running the buffer vector; changed
     * @param batch mean and biased variance of the batch, under the names of the running ones
     * @param counters count one batch more for each layer of the pass
     */
    public void update(INDArray running, INDArray batch, BatchCounters counters) {
        if (running.length() != keep.length() || batch.length() != keep.length()) {
            throw new IllegalArgumentException("the running statistics hold " + running.length()
                    + " numbers and those of the batch " + batch.length() + ", but the layout has " + keep.length());
        }
        Optional<FloatIndexer> to = HostFloats.of(running);
        Optional<FloatIndexer> from = HostFloats.of(batch);
        if (to.isPresent() && from.isPresent()) {
            update(to.get(), from.get());
        } else {
            batch.muli(take, taken);
            running.muli(keep).addi(taken);
        }
        layers.forEach(layer -> counters.increment(layer.name()));
    }

    /** The same in one pass; the constants have the type of both vectors. */
    private void update(FloatIndexer running, FloatIndexer batch) {
        FloatIndexer kept = HostFloats.of(keep).orElseThrow();
        FloatIndexer added = HostFloats.of(take).orElseThrow();
        for (long i = 0; i < keep.length(); i++) {
            running.put(i, kept.get(i) * running.get(i) + added.get(i) * batch.get(i));
        }
    }
}
