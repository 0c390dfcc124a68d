package io.semisup4j.training.memory;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.training.memory.MemoryNeed.Item;
import io.semisup4j.training.memory.MemoryNeed.Place;
import io.semisup4j.training.net.StepMeasure;
import java.util.List;

/** What training takes: the tensors of all devices' plans, exactly, and the batches that wait for them. */
public final class StepNeed {
    /** Parameters, gradients, momentum. */
    private static final int PARAMETER_VECTORS = 3;
    /** Running statistics, and for each of two passes those of the batch and three vectors of the update. */
    private static final int BUFFER_VECTORS = 9;

    private StepNeed() {}

    /**
     * The need of some devices.
     *
     * @param step of one device
     * @param layout of the net, of which every device has a replica
     * @param loadedNumbers numbers of one device's views, which wait on Java's heap
     * @param loading how they are loaded ahead
     * @param devices W, at least 1
     */
    public static MemoryNeed of(
            StepMeasure step, NetLayout layout, long loadedNumbers, LoaderOptions loading, int devices) {
        long floats = (long) Float.BYTES * devices;
        return new MemoryNeed(List.of(
                new Item("plan of the step", step.plan().arenaBytes() * devices, Place.TENSORS, true),
                new Item("its inputs", floats * step.inputElements(), Place.TENSORS, true),
                new Item(
                        "parameters, gradients, momentum",
                        PARAMETER_VECTORS * floats * layout.parameters().length(),
                        Place.TENSORS,
                        false),
                new Item(
                        "batch-norm statistics",
                        BUFFER_VECTORS * floats * layout.buffers().length(),
                        Place.TENSORS,
                        false),
                loaded(loadedNumbers * devices, loading)));
    }

    /** Batches of so many numbers that wait on Java's heap. */
    public static Item loaded(long numbers, LoaderOptions loading) {
        long batches = loading.threads() == 0 ? 1 : loading.ahead() + 1L;
        return new Item("batches loaded ahead", batches * Float.BYTES * numbers, Place.HEAP, true);
    }
}
