package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.data.split.Split;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.encoder.PretrainedClassifier;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.FineTuneConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.DevicesException;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.stage.Score;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
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
        this.loading = run.loading(1);
    }

    /**
     * Trains to the end or to a stop request, on all devices: each takes an equal part of every batch.
     *
     * @throws DevicesException if the parts of a batch that have statistics of their own cannot be dealt out evenly
     */
    public LoopOutcome train(StageRunner runner) {
        if (config.statisticsGroups() % runner.devices() != 0) {
            throw new DevicesException(config.statisticsGroups() + " equal parts of a batch keep batch statistics of"
                    + " their own, which " + runner.devices() + " devices cannot share evenly; choose a number of"
                    + " devices that divides fineTuning.statisticsGroups.");
        }
        new StageMemory(loading, runner.devices())
                .fineTuning(config, classifier, data.classes())
                .require();
        int stepsPerEpoch = new UnlabeledOrder(data.labelled().size(), 1, 0).batches(config.batch());
        int epochs = config.optimisation().epochs();
        int share = config.batch() / runner.devices();
        Stage stage = run.stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, share)
                .on(runner.devices());
        try (DeviceStep step = runner.replicate(worker -> replica(net.replica(worker), stage))) {
            StageWork work = StageWork.of(stage, step, data.fingerprint(config));
            if (heldOut.isEmpty()) {
                return runner.run(work);
            }
            ClassifierAccuracy accuracy =
                    new ClassifierAccuracy(classifier, net.state(), data.plain(), data.train(), heldOut.get(), loading);
            return runner.run(
                    work.afterEpoch((epoch, done) -> accuracy.measure().metrics(HELD_OUT))
                            .score(Score.deciding(HELD_OUT + ".top1")));
        }
    }

    private Replica replica(TrainedNet replica, Stage stage) {
        Group group = replica.group();
        Sgd optimiser = replica.optimiser(config.optimisation().settings());
        long[] images = {
            config.batch() / group.size(), data.basic().height(), data.basic().width(), 3
        };
        BatchFeed feed =
                new BatchFeed(step -> plan(step, group), run.seed(), stage.totalSteps(), run.loading(group.size()));
        CrossEntropyStep step = new CrossEntropyStep(
                classifier,
                replica,
                new CrossEntropyStep.Layout(images, config.statisticsGroups() / group.size()),
                data.classes(),
                optimiser,
                config.optimisation().schedule(stage.stepsPerEpoch()),
                LabelledViews.of(feed));
        return new Replica(step, Map.of("net", replica, "optimiser", optimiser), List.of(feed));
    }

    /** Accuracy on the test images. */
    public TopK measure() {
        Split all = Split.all(data.test().size());
        return new ClassifierAccuracy(classifier, net.state(), data.plain(), data.test(), all, loading).measure();
    }

    /** A device's part of a batch: labelled images, shuffled anew each epoch; the incomplete last batch is dropped. */
    private BatchPlan plan(long step, Group group) {
        UnlabeledOrder order = new UnlabeledOrder(data.labelled().size(), 1, 0);
        int stepsPerEpoch = order.batches(config.batch());
        long epoch = step / stepsPerEpoch;
        int share = config.batch() / group.size();
        int first = (int) (step % stepsPerEpoch) * config.batch() + group.rank() * share;
        int[] positions = order.epoch(epoch);
        List<ViewJob> jobs = IntStream.range(first, first + share)
                .map(i -> data.labelled().index(positions[i]))
                .mapToObj(image -> new ViewJob(data.train(), image, data.basic(), epoch, 0))
                .toList();
        return BatchPlan.of(jobs);
    }
}
