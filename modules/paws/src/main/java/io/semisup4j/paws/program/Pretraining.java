package io.semisup4j.paws.program;

import io.semisup4j.data.sampling.StratifiedSampler;
import io.semisup4j.data.sampling.SupportSchedule;
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
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.schedule.Schedule;
import io.semisup4j.training.stage.StageRunner;
import java.util.List;
import java.util.Map;

/** The stage {@value #STAGE}: pre-training with the accuracy measured along the way. */
public final class Pretraining {
    /** Name of the stage. */
    public static final String STAGE = "paws";

    private final PawsConfig config;
    private final PawsData data;
    private final RunConfig run;

    /** Prepares the stage. */
    public Pretraining(PawsConfig config, PawsData data, RunConfig run) {
        this.config = config;
        this.data = data;
        this.run = run;
    }

    /** Trains the net in place on all devices, going on from the stage's newest checkpoint if there is one. */
    public LoopOutcome train(Encoder encoder, TrainedNet net, StageRunner runner) {
        BatchShape shape = config.batch().shape(config.views().smallCrops());
        int stepsPerEpoch = new UnlabeledOrder(data.train().size(), runner.devices(), 0).batches(shape.images());
        int epochs = config.optimisation().epochs();
        Stage stage = new Stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, shape.rows());
        SoftNnEvaluation evaluation = evaluation(encoder, net);
        return runner.run(
                stage,
                worker -> replica(encoder, net.replica(worker), shape, stage),
                EpochAccuracy.of("paws.softnn", run.evaluateEpochs(), epochs, evaluation::measure),
                data.fingerprint(config));
    }

    private Replica replica(Encoder encoder, TrainedNet net, BatchShape shape, Stage stage) {
        Group group = net.group();
        int stepsPerEpoch = Math.toIntExact(stage.stepsPerEpoch());
        PawsBatches batches = new PawsBatches(
                data.train(),
                data.labelled(),
                supports(group, stepsPerEpoch),
                new UnlabeledOrder(data.train().size(), group.size(), group.rank()),
                shape,
                data.large(),
                data.small());
        BatchFeed feed = new BatchFeed(batches, run.seed(), stage.totalSteps(), run.loading(group.size()));
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        Schedule schedule = config.optimisation().schedule(stepsPerEpoch);
        SupportLabels labels = labels(group.size());
        PawsStep step = new PawsStep(
                plan(encoder, net, shape, labels.columns()), net, labels, optimiser, schedule, StepViews.of(feed));
        return new Replica(step, Map.of("net", net, "optimiser", optimiser), List.of(feed));
    }

    /** Measures the net's values of the moment, with the loss's temperature. */
    public SoftNnEvaluation evaluation(Encoder encoder, TrainedNet net) {
        return new SoftNnEvaluation(encoder, net.state(), data, config.loss().temperature(), run.loading(1));
    }

    private SupportSchedule supports(Group group, int stepsPerEpoch) {
        int inner =
                SupportSchedule.innerEpochsFor(stepsPerEpoch, data.classes(), config.batch().supportShape(group, 1));
        StratifiedSampler sampler = StratifiedSampler.of(
                data.labelledClasses(), data.classes(), config.batch().supportShape(group, inner));
        return new SupportSchedule(sampler, stepsPerEpoch);
    }

    private SupportLabels labels(int devices) {
        return config.batch().labels(devices, config.loss().labelSmoothing());
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
