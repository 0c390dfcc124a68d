package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.PawsForward;
import io.semisup4j.training.memory.MemoryNeed;
import io.semisup4j.training.memory.MemoryNeed.Item;
import io.semisup4j.training.memory.MemoryNeed.Place;
import io.semisup4j.training.net.StepMeasure;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What pre-training on one device reads in a step and takes of the memory, known before anything is loaded or allocated.
 *
 * @param config of the pre-training
 * @param loading how views are loaded ahead
 */
record PretrainingMemory(PawsConfig config, LoaderOptions loading) {
    private static final int CHANNELS = 3;
    /** Parameters, gradients, momentum. */
    private static final int PARAMETER_VECTORS = 3;
    /** Running statistics, and for each of two passes those of the batch and three vectors of the update. */
    private static final int BUFFER_VECTORS = 9;

    private BatchShape shape() {
        return config.batch().shape(config.views().smallCrops());
    }

    /** The step in words. */
    String step() {
        BatchShape shape = shape();
        return String.format(
                Locale.ROOT,
                "one step reads %,d images and %,d supports in %,d views (%,d of %d pixels, %,d of %d)",
                shape.images(),
                shape.supportClasses() * shape.supportImages(),
                shape.rows(),
                shape.largeRows(),
                config.views().largeSize(),
                shape.smallRows(),
                config.views().smallSize());
    }

    /** Numbers of the large views of a step; the loader keeps them in one Java array. */
    long largeNumbers() {
        return numbers(shape().largeRows(), config.views().largeSize());
    }

    /** Numbers of the small views of a step. */
    long smallNumbers() {
        return numbers(shape().smallRows(), config.views().smallSize());
    }

    private static long numbers(long rows, long size) {
        return rows * size * size * CHANNELS;
    }

    /** Everything that pre-training takes, exactly for the tensors of the plans. */
    MemoryNeed need() {
        Encoder encoder = config.net().encoder();
        NetLayout layout = encoder.layout();
        BatchShape shape = shape();
        StepMeasure step = PawsForward.measure(
                encoder,
                config.loss().loss(shape.smallCrops()),
                shape,
                config.views().largeSize(),
                config.views().smallSize(),
                shape.supportClasses());
        long batches = loading.threads() == 0 ? 1 : loading.ahead() + 1L;
        return new MemoryNeed(List.of(
                new Item("plan of the step", step.plan().arenaBytes(), Place.TENSORS, true),
                new Item("its inputs", Float.BYTES * step.inputElements(), Place.TENSORS, true),
                new Item(
                        "parameters, gradients, momentum",
                        PARAMETER_VECTORS * Float.BYTES * layout.parameters().length(),
                        Place.TENSORS,
                        false),
                new Item(
                        "batch-norm statistics",
                        BUFFER_VECTORS * Float.BYTES * layout.buffers().length(),
                        Place.TENSORS,
                        false),
                new Item("evaluation", evaluation(encoder), Place.TENSORS, false),
                new Item(
                        "batches loaded ahead",
                        batches * Float.BYTES * (largeNumbers() + smallNumbers()),
                        Place.HEAP,
                        true)));
    }

    private long evaluation(Encoder encoder) {
        Graph graph = new Graph(DataType.FLOAT);
        int size = config.views().largeSize();
        Tensor images = graph.input("images", PictureEncoder.batchFor(size), size, size, CHANNELS);
        Tensor z = encoder.apply(Scope.root(graph, new Declarations(), Pass.evaluation()), images)
                .z();
        long arena = Plan.of(graph)
                .output("z", z)
                .outside(graph.parameters())
                .outside(graph.buffers())
                .measure()
                .arenaBytes();
        return arena + Float.BYTES * images.length();
    }
}
