package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.sampling.StratifiedSampler;
import io.semisup4j.data.sampling.SupportSchedule;
import io.semisup4j.data.sampling.SupportShape;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SnnFineTuneConfig;
import io.semisup4j.paws.finetune.LabelledBatches;
import io.semisup4j.paws.finetune.SnnFineTuneStep;
import io.semisup4j.paws.loss.SuncetLoss;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.schedule.WarmupCosine;
import io.semisup4j.training.stage.StageRunner;
import java.util.Map;

/** The stage {@value #STAGE}: soft nearest-neighbour fine-tuning of a pre-trained net. */
public final class SnnFineTuning {
    /** Name of the stage. */
    public static final String STAGE = "snn-finetune";

    /** Name of what is measured. */
    public static final String METHOD = "paws.finetuned";

    private final SnnFineTuneConfig config;
    private final BatchConfig batch;
    private final PawsData data;
    private final RunConfig run;
    private Exhibits exhibits = Exhibits.none();

    /** Prepares the stage. */
    public SnnFineTuning(SnnFineTuneConfig config, BatchConfig batch, PawsData data, RunConfig run) {
        this.config = config;
        this.batch = batch;
        this.data = data;
        this.run = run;
    }

    /** Shows views, neighbours and the like in the report. */
    public SnnFineTuning showing(Exhibits value) {
        exhibits = value;
        return this;
    }

    /** Trains the net in place. */
    public LoopOutcome train(Encoder encoder, TrainedNet net, StageRunner runner) {
        LoaderOptions loading = LoaderOptions.threads(run.loaderThreads());
        long steps = (long) config.epochs() * config.stepsPerEpoch();
        SupportLabels labels =
                new SupportLabels(batch.supportClasses(), batch.supportImages(), batch.supportViews(), 1, false, 0);
        Stage stage = new Stage(STAGE, steps, config.stepsPerEpoch(), labels.rows());
        Sgd optimiser = net.optimiser(config.settings());
        Exhibits during = exhibits.sparing();
        SoftNnEvaluation evaluation = new SoftNnEvaluation(encoder, net.state(), data, config.temperature(), loading);
        LabelledBatches batches =
                new LabelledBatches(data.train(), data.labelled(), positions(), data.basic(), batch.supportViews());
        try (BatchFeed feed = new BatchFeed(batches, run.seed(), steps, loading)) {
            SnnFineTuneStep step = new SnnFineTuneStep(
                    encoder,
                    net,
                    new SuncetLoss(config.temperature()),
                    labels,
                    data.basic().height(),
                    optimiser,
                    new WarmupCosine(config.startLr(), config.startLr(), config.finalLr(), 0, steps),
                    i -> feed.batch(i).array(0));
            return runner.run(
                    stage,
                    step,
                    EpochAccuracy.of(
                            METHOD,
                            run.evaluateEpochs(),
                            config.epochs(),
                            () -> evaluation.measure(during, METHOD)),
                    Map.of("net", net, "optimiser", optimiser),
                    data.fingerprint(config));
        }
    }

    private SupportSchedule positions() {
        SupportShape shape = SupportShape.single(batch.supportClasses(), batch.supportImages(), config.stepsPerEpoch());
        return new SupportSchedule(
                StratifiedSampler.of(data.labelledClasses(), data.classes(), shape), config.stepsPerEpoch());
    }
}
