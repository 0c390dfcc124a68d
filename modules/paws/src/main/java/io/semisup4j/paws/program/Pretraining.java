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

    private final PawsConfig config;
    private final PawsData data;
    private final RunConfig run;
    private final LoaderOptions loading;

    /** Prepares the stage. */
    public Pretraining(PawsConfig config, PawsData data, RunConfig run) {
        this.config = config;
        this.data = data;
        this.run = run;
        this.loading = LoaderOptions.threads(run.loaderThreads());
    }

    /** Trains the net in place, going on from the stage's newest checkpoint if there is one. */
    public LoopOutcome train(Encoder encoder, TrainedNet net, StageRunner runner) {
        MemoryCheck.now(config, loading).require();
        BatchShape shape = config.batch().shape(config.views().smallCrops());
        int stepsPerEpoch = new UnlabeledOrder(data.train().size(), 1, 0).batches(shape.images());
        PawsBatches batches = new PawsBatches(
                data.train(), data.labelled(), supports(stepsPerEpoch), shape, data.large(), data.small());
        int epochs = config.optimisation().epochs();
        Stage stage = run.stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, shape.rows());
        Schedule schedule = config.optimisation().schedule(stepsPerEpoch);
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        SoftNnEvaluation evaluation = evaluation(encoder, net);
        try (BatchFeed feed = new BatchFeed(batches, run.seed(), stage.totalSteps(), loading)) {
            PawsStep step =
                    new PawsStep(plan(encoder, net, shape), net, labels(), optimiser, schedule, StepViews.of(feed));
            return runner.run(
                    stage,
                    step,
                    EpochAccuracy.of("paws.softnn", run.evaluateEpochs(), epochs, evaluation::measure),
                    Map.of("net", net, "optimiser", optimiser),
                    data.fingerprint(config),
                    run.beginning(net, optimiser, STAGE));
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
