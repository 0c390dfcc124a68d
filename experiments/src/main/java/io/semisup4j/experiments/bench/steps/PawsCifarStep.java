package io.semisup4j.experiments.bench.steps;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.PawsForward;
import io.semisup4j.paws.pretrain.PawsStep;
import io.semisup4j.paws.pretrain.StepViews;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.schedule.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The whole step of PAWS on CIFAR-10 as published: supports, two large and several small views, loss, LARS.
 *
 * @param config published values but for the batch's size and the number of small crops
 */
record PawsCifarStep(PawsConfig config) implements BenchStep {

    /** Of so many images B, support images s of each of ten classes, and small crops M. */
    static PawsCifarStep of(int images, int supportImages, int smallCrops) {
        PawsConfig published = PawsConfig.cifar();
        BatchConfig batch = published.batch();
        return new PawsCifarStep(published
                .withViews(published.views().withSmallCrops(smallCrops))
                .withBatch(new BatchConfig(images, batch.supportClasses(), supportImages, batch.supportViews())));
    }

    @Override
    public NetLayout layout() {
        return config.net().encoder().layout();
    }

    @Override
    public List<StepInput> inputs() {
        List<StepInput> inputs = new ArrayList<>();
        SupportLabels labels = labels();
        inputs.add(new StepInput(PawsForward.LABELS, labels.matrix(), new long[] {labels.rows(), labels.columns()}));
        inputs.add(images(PawsForward.LARGE, shape().largeRows(), config.views().largeSize()));
        if (shape().smallCrops() > 0) {
            inputs.add(images(
                    PawsForward.SMALL, shape().smallRows(), config.views().smallSize()));
        }
        return inputs;
    }

    @Override
    public ReadyStep prepare(NetState state) {
        TrainedNet net = new TrainedNet(state);
        Encoder encoder = config.net().encoder();
        TrainingPlan plan = PawsForward.compile(
                encoder,
                net,
                config.loss().loss(shape().smallCrops()),
                shape(),
                config.views().largeSize(),
                config.views().smallSize(),
                labels().columns());
        List<StepInput> inputs = inputs();
        float[] small = shape().smallCrops() > 0 ? inputs.get(2).values() : new float[0];
        StepViews views = new StepViews(inputs.get(1).values(), small, 0);
        TimedOptimiser optimiser =
                new TimedOptimiser(net.optimiser(config.optimisation().settings()));
        PawsStep step = new PawsStep(
                plan,
                net,
                labels(),
                optimiser,
                new Constant(config.optimisation().startLr()),
                at -> views);
        return new ReadyStep(plan, optimiser, () -> step.run(0).metrics().get("loss"));
    }

    @Override
    public Map<String, Object> peer() {
        return Map.ofEntries(
                Map.entry("step", "paws"),
                Map.entry(
                        "net",
                        Map.of(
                                "kind",
                                "wide-resnet",
                                "depth",
                                28,
                                "width",
                                2,
                                "outputs",
                                config.net().outputDim())),
                Map.entry("batch", shape().images()),
                Map.entry("crops", shape().smallCrops()),
                Map.entry("temperature", config.loss().temperature()),
                Map.entry("sharpening", config.loss().sharpening()),
                Map.entry("rate", config.optimisation().startLr()),
                Map.entry("momentum", config.optimisation().momentum()),
                Map.entry("decay", config.optimisation().weightDecay()));
    }

    private BatchShape shape() {
        return config.batch().shape(config.views().smallCrops());
    }

    private SupportLabels labels() {
        BatchConfig batch = config.batch();
        return new SupportLabels(
                batch.supportClasses(),
                batch.supportImages(),
                batch.supportViews(),
                1,
                false,
                config.loss().labelSmoothing());
    }

    private static StepInput images(String name, int rows, int size) {
        return StepInput.normal(name, rows, size, size, 3);
    }
}
