package io.semisup4j.experiments.example;

import io.semisup4j.data.augment.PawsViews;
import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.data.drawn.DrawnShapes;
import io.semisup4j.data.drawn.ShapesSpec;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.split.LabelDraw;
import io.semisup4j.data.split.Split;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.schedule.WarmupCosine;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import io.semisup4j.training.state.Stateful;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/** Place 5, the experiment: data, net, step and what is measured, under a name. */
record EntropyShapes(ShapesSpec pictures, Path cache) implements Experiment<EntropyConfig> {
    private static final LoaderOptions LOADING = LoaderOptions.threads(1);

    @Override
    public String name() {
        return "entropy-shapes";
    }

    @Override
    public String summary() {
        return "entropy minimisation on drawn pictures; needs no data";
    }

    @Override
    public EntropyConfig config() {
        return new EntropyConfig("wide_resnet10w1", 4, 32, 0.1, 0.1, 20, 1);
    }

    @Override
    public Outcome run(Run run, EntropyConfig config) {
        Cifar10 data = Cifar10.load(DrawnShapes.ensure(pictures, cache));
        int classes = data.train().classes().size();
        Split labelled = LabelDraw.perClass(data.train().labels(), classes, config.labelsPerClass(), config.seed());
        ViewTransform view = PawsViews.cifarLarge().toView();
        EntropyBatches batches = new EntropyBatches(data.train(), labelled, view, config.batch());

        Encoder classifier = Encoder.linearClassifier(Backbones.named(config.backbone()), classes);
        TrainedNet net = new TrainedNet(NetState.initial(classifier.layout(), config.seed(), DataType.FLOAT));
        Sgd optimiser = net.optimiser(SgdSettings.plain(0.9, true, ParameterGroups.biasAndBnExcluded(5e-4)));
        Stage stage = new Stage(
                "entropy",
                (long) config.epochs() * batches.stepsPerEpoch(),
                batches.stepsPerEpoch(),
                2 * config.batch());
        try (BatchFeed feed = new BatchFeed(batches, config.seed(), stage.totalSteps(), LOADING)) {
            EntropyStep step = new EntropyStep(
                    classifier,
                    net,
                    config,
                    view.height(),
                    classes,
                    optimiser,
                    new WarmupCosine(0, config.peakLr(), 0, 0, stage.totalSteps()),
                    feed);
            Map<String, Stateful> parts = Map.of("net", net, "optimiser", optimiser);
            boolean finished = new StageRunner(
                            run.folder().checkpoints(), run.listeners(), run.stop(), Saving.everyEpoch(0))
                    .run(StageWork.of(stage, step, parts, Map.of("config", config.toString())))
                    .finished();
            return finished ? Outcome.complete(accuracy(classifier, net, data)) : Outcome.stopped();
        }
    }

    private static Map<String, Double> accuracy(Encoder classifier, TrainedNet net, Cifar10 data) {
        ViewTransform whole = PawsViews.cifarEvaluation().toView();
        PictureEncoder encoder =
                new PictureEncoder(classifier, net.state(), PictureEncoder.Output.PREDICTION, whole, 100, LOADING);
        int[] all = Split.all(data.test().size()).indices();
        return TopK.of(encoder.encode(data.test(), all), data.test().labels()).metrics("entropy");
    }
}
