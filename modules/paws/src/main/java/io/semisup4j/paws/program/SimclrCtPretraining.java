package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.sampling.StratifiedSampler;
import io.semisup4j.data.sampling.SupportSchedule;
import io.semisup4j.data.sampling.SupportShape;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SimclrCtConfig;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.PawsBatches;
import io.semisup4j.paws.pretrain.StepViews;
import io.semisup4j.paws.simclr.SimclrCtStep;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.stage.StageRunner;
import java.util.Map;

/** The stage {@value #STAGE}: SimCLR+CT pre-training with the soft nearest-neighbour accuracy along the way. */
public final class SimclrCtPretraining {
    /** Name of the stage. */
    public static final String STAGE = "simclr-ct";

    private final SimclrCtConfig config;
    private final PawsData data;
    private final RunConfig run;
    private final LoaderOptions loading;

    /** Prepares the stage. */
    public SimclrCtPretraining(SimclrCtConfig config, PawsData data, RunConfig run) {
        this.config = config;
        this.data = data;
        this.run = run;
        this.loading = LoaderOptions.threads(run.loaderThreads());
    }

    /** Trains the net in place, going on from the stage's newest checkpoint if there is one. */
    public LoopOutcome train(Encoder encoder, TrainedNet net, StageRunner runner) {
        BatchShape shape = config.batch().shape(0);
        int stepsPerEpoch = new UnlabeledOrder(data.train().size(), 1, 0).batches(shape.images());
        int epochs = config.optimisation().epochs();
        Stage stage = run.stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, shape.rows());
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        SoftNnEvaluation evaluation = evaluation(encoder, net);
        PawsBatches batches = new PawsBatches(
                data.train(), data.labelled(), supports(stepsPerEpoch), shape, data.large(), data.small());
        try (BatchFeed feed = new BatchFeed(batches, run.seed(), stage.totalSteps(), loading)) {
            SimclrCtStep step = new SimclrCtStep(
                    encoder,
                    net,
                    new SimclrCtStep.Objective(
                            config.temperature(), (long) config.supervisedEpochs() * stepsPerEpoch),
                    shape,
                    labels(),
                    data.large().height(),
                    optimiser,
                    config.optimisation().schedule(stepsPerEpoch),
                    StepViews.of(feed));
            return runner.run(
                    stage,
                    step,
                    EpochAccuracy.of("simclr-ct.softnn", run.evaluateEpochs(), epochs, evaluation::measure),
                    Map.of("net", net, "optimiser", optimiser),
                    data.fingerprint(config),
                    run.beginning(net, optimiser, STAGE));
        }
    }

    /** Measures the net's values of the moment, with the loss's temperature. */
    public SoftNnEvaluation evaluation(Encoder encoder, TrainedNet net) {
        return new SoftNnEvaluation(encoder, net.state(), data, config.temperature(), loading);
    }

    private SupportSchedule supports(int stepsPerEpoch) {
        BatchConfig batch = config.batch();
        SupportShape once = SupportShape.single(batch.supportClasses(), batch.supportImages(), 1);
        int inner = SupportSchedule.innerEpochsFor(stepsPerEpoch, data.classes(), once);
        SupportShape shape = SupportShape.single(batch.supportClasses(), batch.supportImages(), inner);
        return new SupportSchedule(StratifiedSampler.of(data.labelledClasses(), data.classes(), shape), stepsPerEpoch);
    }

    /** Tiled over the views; the published program forgets that and fails with more than one. */
    private SupportLabels labels() {
        BatchConfig batch = config.batch();
        return new SupportLabels(batch.supportClasses(), batch.supportImages(), batch.supportViews(), 1, false, 0);
    }
}
