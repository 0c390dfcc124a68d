package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.data.split.Split;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.encoder.PretrainedClassifier;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.FineTuneConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.EpochTask;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.state.Stateful;
import io.semisup4j.training.supervised.CrossEntropyStep;
import io.semisup4j.training.supervised.LabelledViews;
import io.semisup4j.weights.StateDict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The stage {@value #STAGE}: cross-entropy fine-tuning of a whole pre-trained net under a new classifier (PAWS, section
 * 5: ImageNet). The result is the net of the epoch that is best on the held-out images, or the last one without any.
 */
public final class CrossEntropyFineTuning {
    /** Name of the stage. */
    public static final String STAGE = "finetune";

    private static final String HELD_OUT = "finetune.heldout";

    private final FineTuneConfig config;
    private final PawsData data;
    private final Optional<Split> heldOut;
    private final RunConfig run;
    private final Encoder classifier;
    private final TrainedNet net;
    private final LoaderOptions loading;

    /**
     * Prepares the net; strict, so that whatever else does not fit is named.
     *
     * @param pretrained the encoder before fine-tuning
     * @param weights its official values
     * @param heldOut training images for the selection, none of them labelled
     */
    public CrossEntropyFineTuning(
            FineTuneConfig config,
            PawsData data,
            Optional<Split> heldOut,
            RunConfig run,
            Encoder pretrained,
            StateDict weights) {
        this.config = config;
        this.data = data;
        this.heldOut = heldOut;
        this.run = run;
        this.classifier = Encoder.classifier(pretrained.backbone(), data.classes());
        NetState start = NetState.initial(classifier.layout(), run.seed(), DataType.FLOAT);
        this.net = new TrainedNet(PretrainedClassifier.load(start, weights).state());
        this.loading = LoaderOptions.threads(run.loaderThreads());
    }

    /** Trains to the end or to a stop request. */
    public LoopOutcome train(StageRunner runner) {
        int stepsPerEpoch = new UnlabeledOrder(data.labelled().size(), 1, 0).batches(config.batch());
        int epochs = config.optimisation().epochs();
        Stage stage = run.stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, config.batch());
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        long[] images = {config.batch(), data.basic().height(), data.basic().width(), 3};
        try (BatchFeed feed = new BatchFeed(this::plan, run.seed(), stage.totalSteps(), loading)) {
            CrossEntropyStep step = new CrossEntropyStep(
                    classifier,
                    net,
                    new CrossEntropyStep.Layout(images, config.statisticsGroups()),
                    data.classes(),
                    optimiser,
                    config.optimisation().schedule(stepsPerEpoch),
                    LabelledViews.of(feed));
            Map<String, Stateful> parts = Map.of("net", net, "optimiser", optimiser);
            if (heldOut.isEmpty()) {
                return runner.run(stage, step, EpochTask.none(), parts, data.fingerprint(config));
            }
            ClassifierAccuracy accuracy = new ClassifierAccuracy(
                    classifier, net.state(), data.plain(), data.train(), heldOut.get(), loading);
            EpochTask score = (epoch, done) -> accuracy.measure().metrics(HELD_OUT);
            return runner.runForBest(stage, step, score, parts, data.fingerprint(config), HELD_OUT + ".top1");
        }
    }

    /** Accuracy on the test images. */
    public TopK measure() {
        Split all = Split.all(data.test().size());
        return new ClassifierAccuracy(classifier, net.state(), data.plain(), data.test(), all, loading).measure();
    }

    /** Labelled images, shuffled anew each epoch; the incomplete last batch is dropped. */
    private BatchPlan plan(long step) {
        UnlabeledOrder order = new UnlabeledOrder(data.labelled().size(), 1, 0);
        int stepsPerEpoch = order.batches(config.batch());
        long epoch = step / stepsPerEpoch;
        int first = (int) (step % stepsPerEpoch) * config.batch();
        int[] positions = order.epoch(epoch);
        List<ViewJob> jobs = IntStream.range(first, first + config.batch())
                .map(i -> data.labelled().index(positions[i]))
                .mapToObj(image -> new ViewJob(data.train(), image, data.basic(), epoch, 0))
                .toList();
        return BatchPlan.of(jobs);
    }
}
