package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.PawsForward;
import io.semisup4j.training.memory.MemoryNeed;
import io.semisup4j.training.memory.MemoryNeed.Item;
import io.semisup4j.training.memory.MemoryNeed.Place;
import io.semisup4j.training.memory.StepNeed;
import io.semisup4j.training.net.StepMeasure;
import java.util.Locale;

/**
 * What pre-training reads in a step and takes of the memory, known before anything is loaded or allocated.
 *
 * @param config of the pre-training
 * @param loading how views are loaded ahead
 * @param devices W, each of which reads a batch
 */
record PretrainingMemory(PawsConfig config, LoaderOptions loading, int devices) {
    private static final int CHANNELS = 3;

    private BatchShape shape() {
        return config.batch().shape(config.views().smallCrops());
    }

    /** What one step reads, in words. */
    String step() {
        BatchShape shape = shape();
        return String.format(
                Locale.ROOT,
                "%,d images and %,d supports in %,d views (%,d of %d pixels, %,d of %d)%s",
                shape.images(),
                shape.supportClasses() * shape.supportImages(),
                shape.rows(),
                shape.largeRows(),
                config.views().largeSize(),
                shape.smallRows(),
                config.views().smallSize(),
                devices == 1 ? "" : " on each of " + devices + " devices");
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
        BatchShape shape = shape();
        StepMeasure step = PawsForward.measure(
                encoder,
                config.loss().loss(shape.smallCrops()),
                shape,
                config.views().largeSize(),
                config.views().smallSize(),
                shape.supportClasses());
        MemoryNeed training = StepNeed.of(step, encoder.layout(), largeNumbers() + smallNumbers(), loading, devices);
        long evaluation = PictureEncoder.measure(
                        encoder,
                        PictureEncoder.Output.PREDICTION,
                        config.views().largeSize())
                .bytes();
        return training.and(new Item("evaluation", evaluation, Place.TENSORS, false));
    }
}
