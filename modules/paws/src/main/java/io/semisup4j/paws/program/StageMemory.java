package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.evaluation.encode.PictureEncoder.Output;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.FineTuneConfig;
import io.semisup4j.paws.config.LinearConfig;
import io.semisup4j.paws.config.SimclrCtConfig;
import io.semisup4j.paws.config.SnnFineTuneConfig;
import io.semisup4j.paws.config.SoftNnConfig;
import io.semisup4j.paws.config.SupervisedConfig;
import io.semisup4j.paws.finetune.SnnFineTuneStep;
import io.semisup4j.paws.loss.SuncetLoss;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.program.EvaluationMemory.Pictures;
import io.semisup4j.paws.simclr.SimclrCtStep;
import io.semisup4j.training.memory.BatchMemory;
import io.semisup4j.training.memory.BatchSetting;
import io.semisup4j.training.memory.MemoryNeed;
import io.semisup4j.training.memory.StepNeed;
import io.semisup4j.training.net.StepMeasure;
import io.semisup4j.training.supervised.CrossEntropyStep;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
        int images = config.batch().images();
        return BatchMemory.of(
                "SimCLR+CT pre-training",
                words(shape(config, images).largeRows(), size),
                new BatchSetting("simclrCt.batch.images", images, 1, 1, smaller -> {
                    BatchShape shape = shape(config, smaller);
                    StepMeasure step =
                            SimclrCtStep.measure(encoder, config.temperature(), shape, size, shape.supportClasses());
                    return StepNeed.of(step, encoder.layout(), numbers(shape.largeRows(), size), loading, devices);
                }));
    }

    /** Each device takes an equal part of the batch. */
    BatchMemory fineTuning(FineTuneConfig config, Encoder classifier, int classes) {
        int size = config.size();
        return BatchMemory.of(
                "Fine-tuning",
                words(config.batch() / devices, size),
                new BatchSetting("fineTuning.batch", config.batch(), 2, config.statisticsGroups(), images -> {
                    int share = images / devices;
                    var layout = new CrossEntropyStep.Layout(
                            new long[] {share, size, size, CHANNELS}, config.statisticsGroups() / devices);
                    StepMeasure step = CrossEntropyStep.measure(classifier, layout, classes);
                    return StepNeed.of(step, classifier.layout(), numbers(share, size), loading, devices);
                }));
    }

    BatchMemory baseline(SupervisedConfig config, int size, Encoder classifier, int classes) {
        return BatchMemory.of(
                "The supervised baseline",
                words(config.batch(), size),
                new BatchSetting("supervised.batch", config.batch(), 1, 1, images -> {
                    var layout = CrossEntropyStep.Layout.whole(images, size, size, CHANNELS);
                    StepMeasure step = CrossEntropyStep.measure(classifier, layout, classes);
                    return StepNeed.of(step, classifier.layout(), numbers(images, size), loading, devices);
                }));
    }

    /**
     * The accuracy along the way is counted, too.
     *
     * @param key of the batch in the configuration
     * @param size side of the training's views in pixels
     */
    BatchMemory snnFineTuning(
            SnnFineTuneConfig config, BatchConfig batch, String key, int size, Encoder encoder, Pictures pictures) {
        MemoryNeed evaluation = EvaluationMemory.of(pictures, encoder, Output.PREDICTION, loading)
                .softNn(Math.min(SoftNnConfig.CHUNK, pictures.labelled()))
                .steady();
        Function<BatchConfig, MemoryNeed> need = other -> {
            SupportLabels labels = other.labels(1, 0);
            StepMeasure step = SnnFineTuneStep.measure(encoder, new SuncetLoss(config.temperature()), labels, size);
            return StepNeed.of(step, encoder.layout(), numbers(labels.rows(), size), loading, devices)
                    .and(evaluation);
        };
        int classes = batch.supportClasses();
        int images = batch.supportImages();
        // Every image must have a neighbour of its class, and a class another one beside it.
        BatchSetting fewerImages = new BatchSetting(
                key + ".supportImages",
                images,
                batch.supportViews() == 1 ? 2 : 1,
                1,
                value -> need.apply(batch.withSupports(classes, value)));
        BatchSetting fewerClasses = new BatchSetting(
                key + ".supportClasses", classes, 2, 1, value -> need.apply(batch.withSupports(value, images)));
        return new BatchMemory(
                "Soft nearest-neighbour fine-tuning",
                words(batch.labels(1, 0).rows(), size),
                need.apply(batch),
                List.of(fewerImages, fewerClasses));
    }

    /** One device trains on features; the encoder and what it has encoded stand beside it. */
    BatchMemory linear(LinearConfig config, Encoder encoder, Pictures pictures) {
        long width = encoder.backbone().features();
        LinearProbe probe = new LinearProbe(width, pictures.classes());
        MemoryNeed features = EvaluationMemory.of(pictures, encoder, Output.FEATURES, loading)
                .linear(config.refreshEpochs() > 0)
                .steady();
        return BatchMemory.of(
                "The linear classifier",
                String.format(Locale.ROOT, "%,d times %,d features", config.batch(), width),
                new BatchSetting("linear.batch", config.batch(), 1, 1, images -> StepNeed.of(
                                probe.measure(images), probe.layout(), images * width, LoaderOptions.threads(0), 1)
                        .and(features)));
    }

    /** The supports that are looked at together decide; all test pictures' embeddings are kept. */
    BatchMemory softNn(SoftNnConfig config, Encoder encoder, Pictures pictures) {
        EvaluationMemory evaluation = EvaluationMemory.of(pictures, encoder, config.output(), loading);
        int chunk = (int) Math.min(config.chunk(), pictures.labelled());
        String step = String.format(
                Locale.ROOT,
                "%,d of %,d supports of %d pixels for %,d test pictures",
                chunk,
                pictures.labelled(),
                pictures.size(),
                pictures.test());
        return BatchMemory.of(
                "Soft nearest-neighbour evaluation",
                step,
                new BatchSetting("softNn.chunk", chunk, 1, 1, evaluation::softNn));
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
