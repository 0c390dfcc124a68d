package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.data.split.Split;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SupervisedConfig;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.stage.Score;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import io.semisup4j.training.supervised.CrossEntropyStep;
import io.semisup4j.training.supervised.LabelledViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The stage {@value #STAGE}: what the same backbone reaches with the labelled images alone, by cross-entropy on the
 * same large views.
 */
public final class SupervisedBaseline {
    /** Name of the stage. */
    public static final String STAGE = "supervised";

    private final SupervisedConfig config;
    private final PawsData data;
    private final RunConfig run;
    private final Encoder classifier;
    private final TrainedNet net;
    private final LoaderOptions loading;
    private Exhibits exhibits = Exhibits.none();

    /** Prepares a new net. */
    public SupervisedBaseline(SupervisedConfig config, NetConfig netConfig, PawsData data, RunConfig run) {
        this.config = config;
        this.data = data;
        this.run = run;
        this.classifier = Encoder.linearClassifier(Backbones.named(netConfig.backbone()), data.classes());
        this.net = new TrainedNet(NetState.initial(classifier.layout(), run.seed(), DataType.FLOAT));
        this.loading = run.loading(1);
    }

    /** Shows views, neighbours and the like in the report. */
    public SupervisedBaseline showing(Exhibits value) {
        exhibits = value;
        return this;
    }

    /** Trains to the end or to a stop request, on all devices; batch norms are not synchronised, as published. */
    public LoopOutcome train(StageRunner runner) {
        new StageMemory(loading, runner.devices())
                .baseline(config, data.large().height(), classifier, data.classes())
                .require();
        int stepsPerEpoch = Math.max(1, data.train().size() / (config.batch() * runner.devices()));
        int epochs = config.optimisation().epochs();
        Stage stage = run.stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, config.batch())
                .on(runner.devices());
        ClassifierAccuracy accuracy = accuracy();
        Exhibits during = exhibits.sparing();
        try (DeviceStep step = runner.replicate(worker -> replica(net.replica(worker), stage))) {
            LoopOutcome outcome = runner.run(StageWork.of(stage, step, data.fingerprint(config))
                    .afterEpoch(EpochAccuracy.of(
                            STAGE, run.evaluateEpochs(), epochs, () -> accuracy.measure(during, STAGE)))
                    .score(Score.kept(STAGE + ".top1")));
            exhibits.showTiming(STAGE, step.profile());
            return outcome;
        }
    }

    private Replica replica(TrainedNet replica, Stage stage) {
        Group group = replica.group();
        Sgd optimiser = replica.optimiser(config.optimisation().settings());
        BatchFeed feed = new BatchFeed(
                step -> plan(step * group.size() + group.rank()),
                run.seed(),
                stage.totalSteps(),
                run.loading(group.size()));
        CrossEntropyStep step = new CrossEntropyStep(
                classifier,
                replica,
                CrossEntropyStep.Layout.whole(
                        config.batch(), data.large().height(), data.large().width(), 3),
                data.classes(),
                optimiser,
                config.optimisation().schedule(stage.stepsPerEpoch()),
                LabelledViews.of(feed));
        return new Replica(step, Map.of("net", replica, "optimiser", optimiser), List.of(feed));
    }

    /** Accuracy on the test images. */
    public TopK measure() {
        return accuracy().measure(exhibits, STAGE);
    }

    private ClassifierAccuracy accuracy() {
        Split all = Split.all(data.test().size());
        return new ClassifierAccuracy(classifier, net.state(), data.plain(), data.test(), all, loading);
    }

    /** The batch of that number: labelled images, shuffled anew each time all have been seen. */
    private BatchPlan plan(long number) {
        List<ViewJob> jobs = new ArrayList<>();
        int size = data.labelled().size();
        UnlabeledOrder order = new UnlabeledOrder(size, 1, 0);
        long round = -1;
        int[] positions = new int[0];
        for (long i = number * config.batch(); i < (number + 1) * config.batch(); i++) {
            if (i / size != round) {
                round = i / size;
                positions = order.epoch(round);
            }
            int image = data.labelled().index(positions[(int) (i % size)]);
            jobs.add(new ViewJob(data.train(), image, data.large(), round, 0));
        }
        return BatchPlan.of(jobs);
    }
}
