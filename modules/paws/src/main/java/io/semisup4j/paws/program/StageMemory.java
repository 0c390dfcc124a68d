package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.FineTuneConfig;
import io.semisup4j.paws.config.SimclrCtConfig;
import io.semisup4j.paws.config.SupervisedConfig;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.simclr.SimclrCtStep;
import io.semisup4j.training.memory.BatchMemory;
import io.semisup4j.training.memory.StepNeed;
import io.semisup4j.training.net.StepMeasure;
import io.semisup4j.training.supervised.CrossEntropyStep;
import java.util.Locale;

/**
 * What the stages other than PAWS's own take of the memory; {@link MemoryCheck} knows that one.
 *
 * @param loading how views are loaded ahead
 * @param devices W, devices that train together
 */
record StageMemory(LoaderOptions loading, int devices) {
    private static final int CHANNELS = 3;

    BatchMemory simclrCt(SimclrCtConfig config) {
        Encoder encoder = config.net().encoder();
        int size = config.views().largeSize();
        return new BatchMemory(
                "SimCLR+CT pre-training",
                "simclrCt.batch.images",
                config.batch().images(),
                1,
                images -> words(shape(config, images).largeRows(), size),
                images -> {
                    BatchShape shape = shape(config, images);
                    StepMeasure step =
                            SimclrCtStep.measure(encoder, config.temperature(), shape, size, shape.supportClasses());
                    return StepNeed.of(step, encoder.layout(), numbers(shape.largeRows(), size), loading, devices);
                });
    }

    /** Each device takes an equal part of the batch. */
    BatchMemory fineTuning(FineTuneConfig config, Encoder classifier, int classes) {
        int size = config.size();
        return new BatchMemory(
                "Fine-tuning",
                "fineTuning.batch",
                config.batch(),
                config.statisticsGroups(),
                images -> words(images / devices, size),
                images -> {
                    int share = images / devices;
                    var layout = new CrossEntropyStep.Layout(
                            new long[] {share, size, size, CHANNELS}, config.statisticsGroups() / devices);
                    StepMeasure step = CrossEntropyStep.measure(classifier, layout, classes);
                    return StepNeed.of(step, classifier.layout(), numbers(share, size), loading, devices);
                });
    }

    BatchMemory baseline(SupervisedConfig config, int size, Encoder classifier, int classes) {
        return new BatchMemory(
                "The supervised baseline",
                "supervised.batch",
                config.batch(),
                1,
                images -> words(images, size),
                images -> {
                    var layout = CrossEntropyStep.Layout.whole(images, size, size, CHANNELS);
                    StepMeasure step = CrossEntropyStep.measure(classifier, layout, classes);
                    return StepNeed.of(step, classifier.layout(), numbers(images, size), loading, devices);
                });
    }

    private static BatchShape shape(SimclrCtConfig config, int images) {
        return config.batch().withImages(images).shape(0);
    }

    private static long numbers(long rows, long size) {
        return rows * size * size * CHANNELS;
    }

    private String words(long views, int size) {
        String each = devices == 1 ? "" : " on each of " + devices + " devices";
        return String.format(Locale.ROOT, "%,d views of %d pixels%s", views, size, each);
    }
}
