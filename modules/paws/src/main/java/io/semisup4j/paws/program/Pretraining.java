package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.PawsBatches;
import io.semisup4j.paws.pretrain.PawsForward;
import io.semisup4j.paws.pretrain.PawsStep;
import io.semisup4j.paws.pretrain.StepViews;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.reporting.exhibit.Views;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.schedule.Schedule;
import io.semisup4j.training.stage.Score;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import java.util.List;
import java.util.Map;

/** The stage {@value #STAGE}: pre-training with the accuracy measured along the way. */
public final class Pretraining {
    /** Name of the stage. */
    public static final String STAGE = "paws";

    /** Name of what is measured. */
    public static final String METHOD = "paws.softnn";

    private final PawsConfig config;
    private final PawsData data;
    private final RunConfig run;
    private final LoaderOptions loading;
    private Exhibits exhibits = Exhibits.none();

    /** Prepares the stage. */
    public Pretraining(PawsConfig config, PawsData data, RunConfig run) {
        this.config = config;
        this.data = data;
        this.run = run;
        this.loading = run.loading(1);
    }

    /** Shows views, neighbours and the like in the report. */
    public Pretraining showing(Exhibits value) {
        exhibits = value;
        return this;
    }

    /** Trains the net in place on all devices, going on from the stage's newest checkpoint if there is one. */
    public LoopOutcome train(Encoder encoder, TrainedNet net, StageRunner runner) {
        MemoryCheck.now(config, loading, runner.devices()).require();
        BatchShape shape = config.batch().shape(config.views().smallCrops());
        int stepsPerEpoch = new UnlabeledOrder(data.train().size(), runner.devices(), 0).batches(shape.images());
        int epochs = config.optimisation().epochs();
        Stage stage = run.stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, shape.rows())
                .on(runner.devices());
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        SoftNnEvaluation evaluation = evaluation(encoder, net);
        Exhibits during = exhibits.sparing();
        exhibits.show(STAGE, Views.class, () -> views(net.group(), shape, stepsPerEpoch));
        try (DeviceStep step =
                runner.replicate(worker -> replica(encoder, net.replica(worker), optimiser, shape, stage))) {
            LoopOutcome outcome = runner.run(StageWork.of(stage, step, data.fingerprint(config))
                    .afterEpoch(EpochAccuracy.of(
                            METHOD, run.evaluateEpochs(), epochs, () -> evaluation.measure(during, METHOD)))
                    .beginning(run.beginning(net, optimiser, STAGE))
                    .score(Score.kept(METHOD + ".top1")));
            exhibits.showTiming(STAGE, step.profile());
            return outcome;
        }
    }

    /** What a device trains with; the first one uses the optimiser that the stage may begin with. */
    private Replica replica(Encoder encoder, TrainedNet net, Sgd firstOptimiser, BatchShape shape, Stage stage) {
        Group group = net.group();
        int stepsPerEpoch = Math.toIntExact(stage.stepsPerEpoch());
        PawsBatches batches = data.batches(config.batch(), shape, stepsPerEpoch, group);
        BatchFeed feed = new BatchFeed(batches, run.seed(), stage.totalSteps(), run.loading(group.size()));
        Sgd optimiser = group.rank() == 0
                ? firstOptimiser
                : net.optimiser(config.optimisation().settings());
        Schedule schedule = config.optimisation().schedule(stepsPerEpoch);
        SupportLabels labels = config.batch().labels(group.size(), config.loss().labelSmoothing());
        PawsStep step = new PawsStep(
                plan(encoder, net, shape, labels.columns()), net, labels, optimiser, schedule, StepViews.of(feed));
        return new Replica(step, Map.of("net", net, "optimiser", optimiser), List.of(feed));
    }

    /** Views of the first step, as one device alone would see them. */
    private Views views(Group alone, BatchShape shape, int stepsPerEpoch) {
        return new TrainingViews(
                        data.batches(config.batch(), shape, stepsPerEpoch, alone)
                                .plan(0),
                        shape,
                        run.seed())
                .views();
    }

    /** Measures the net's values of the moment, with the loss's temperature. */
    public SoftNnEvaluation evaluation(Encoder encoder, TrainedNet net) {
        return new SoftNnEvaluation(encoder, net.state(), data, config.loss().temperature(), loading);
    }

    private TrainingPlan plan(Encoder encoder, TrainedNet net, BatchShape shape, int columns) {
        return PawsForward.compile(
                encoder,
                net,
                config.loss().loss(shape.smallCrops()),
                shape,
                data.large().height(),
                data.small().height(),
                columns);
    }
}
