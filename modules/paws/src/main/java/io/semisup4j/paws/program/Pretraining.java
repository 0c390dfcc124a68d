package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.sampling.StratifiedSampler;
import io.semisup4j.data.sampling.SupportSchedule;
import io.semisup4j.data.sampling.SupportShape;
import io.semisup4j.data.sampling.UnlabeledOrder;
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
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.reporting.exhibit.Views;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.schedule.Schedule;
import io.semisup4j.training.stage.StageRunner;
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
        this.loading = LoaderOptions.threads(run.loaderThreads());
    }

    /** Shows views, neighbours and the like in the report. */
    public Pretraining showing(Exhibits value) {
        exhibits = value;
        return this;
    }

    /** Trains the net in place, going on from the stage's newest checkpoint if there is one. */
    public LoopOutcome train(Encoder encoder, TrainedNet net, StageRunner runner) {
        BatchShape shape = config.batch().shape(config.views().smallCrops());
        int stepsPerEpoch = new UnlabeledOrder(data.train().size(), 1, 0).batches(shape.images());
        PawsBatches batches = new PawsBatches(
                data.train(), data.labelled(), supports(stepsPerEpoch), shape, data.large(), data.small());
        int epochs = config.optimisation().epochs();
        Stage stage = new Stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, shape.rows());
        Schedule schedule = config.optimisation().schedule(stepsPerEpoch);
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        SoftNnEvaluation evaluation = evaluation(encoder, net);
        Exhibits during = exhibits.sparing();
        exhibits.show(STAGE, Views.class, () -> new TrainingViews(batches.plan(0), shape, run.seed()).views());
        try (BatchFeed feed = new BatchFeed(batches, run.seed(), stage.totalSteps(), loading)) {
            TrainingPlan plan = plan(encoder, net, shape);
            PawsStep step = new PawsStep(plan, net, labels(), optimiser, schedule, StepViews.of(feed));
            LoopOutcome outcome = runner.run(
                    stage,
                    step,
                    EpochAccuracy.of(
                            METHOD, run.evaluateEpochs(), epochs, () -> evaluation.measure(during, METHOD)),
                    Map.of("net", net, "optimiser", optimiser),
                    data.fingerprint(config));
            exhibits.showTiming(STAGE, plan.profile());
            return outcome;
        }
    }

    /** Measures the net's values of the moment, with the loss's temperature. */
    public SoftNnEvaluation evaluation(Encoder encoder, TrainedNet net) {
        return new SoftNnEvaluation(encoder, net.state(), data, config.loss().temperature(), loading);
    }

    private SupportSchedule supports(int stepsPerEpoch) {
        int classes = config.batch().supportClasses();
        int images = config.batch().supportImages();
        int inner =
                SupportSchedule.innerEpochsFor(stepsPerEpoch, data.classes(), SupportShape.single(classes, images, 1));
        StratifiedSampler sampler = StratifiedSampler.of(
                data.labelledClasses(), data.classes(), SupportShape.single(classes, images, inner));
        return new SupportSchedule(sampler, stepsPerEpoch);
    }

    private SupportLabels labels() {
        return new SupportLabels(
                config.batch().supportClasses(),
                config.batch().supportImages(),
                config.batch().supportViews(),
                1,
                false,
                config.loss().labelSmoothing());
    }

    private TrainingPlan plan(Encoder encoder, TrainedNet net, BatchShape shape) {
        return PawsForward.compile(
                encoder,
                net,
                config.loss().loss(shape.smallCrops()),
                shape,
                data.large().height(),
                data.small().height(),
                labels().columns());
    }
}
