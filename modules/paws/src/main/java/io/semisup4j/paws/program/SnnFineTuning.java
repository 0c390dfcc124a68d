package io.semisup4j.paws.program;

import io.semisup4j.data.sampling.StratifiedSampler;
import io.semisup4j.data.sampling.SupportSchedule;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SnnFineTuneConfig;
import io.semisup4j.paws.finetune.LabelledBatches;
import io.semisup4j.paws.finetune.SnnFineTuneStep;
import io.semisup4j.paws.loss.SuncetLoss;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.program.EvaluationMemory.Pictures;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.EpochTask;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.schedule.WarmupCosine;
import io.semisup4j.training.stage.Score;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import io.semisup4j.training.state.Stateful;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The stage {@value #STAGE}: soft nearest-neighbour fine-tuning of a pre-trained net. */
public final class SnnFineTuning {
    /** Name of the stage. */
    public static final String STAGE = "snn-finetune";

    /** Name of what is measured. */
    public static final String METHOD = "paws.finetuned";

    private final SnnFineTuneConfig config;
    private final BatchConfig batch;
    private final String batchKey;
    private final PawsData data;
    private final RunConfig run;
    private Exhibits exhibits = Exhibits.none();

    /**
     * Prepares the stage.
     *
     * @param batchKey where the batch stands in the configuration, for a refusal to name
     */
    public SnnFineTuning(SnnFineTuneConfig config, BatchConfig batch, String batchKey, PawsData data, RunConfig run) {
        this.config = config;
        this.batch = batch;
        this.batchKey = batchKey;
        this.data = data;
        this.run = run;
    }

    /** Shows views, neighbours and the like in the report. */
    public SnnFineTuning showing(Exhibits value) {
        exhibits = value;
        return this;
    }

    /**
     * Trains the net in place on all devices; at the end it is that of the selected epoch.
     *
     * @throws io.semisup4j.training.memory.MemoryException if a batch does not fit into the memory
     */
    public LoopOutcome train(Encoder encoder, TrainedNet net, StageRunner runner) {
        new StageMemory(run.loading(1), runner.devices())
                .snnFineTuning(config, batch, batchKey, data.basic().height(), encoder, Pictures.of(data))
                .require();
        long steps = (long) config.epochs() * config.stepsPerEpoch();
        Stage stage = run.stage(STAGE, steps, config.stepsPerEpoch(), labels(1).rows())
                .on(runner.devices());
        SoftNnEvaluation evaluation =
                new SoftNnEvaluation(encoder, net.state(), data, config.temperature(), run.loading(1));
        Exhibits during = exhibits.sparing();
        Supplier<TopK> accuracy = () -> evaluation.measure(during, METHOD);
        try (DeviceStep step = runner.replicate(worker -> replica(encoder, net.replica(worker), steps))) {
            Map<String, String> fingerprint = data.fingerprint(config);
            if (config.selection() == SnnFineTuneConfig.Selection.LAST) {
                EpochTask task = EpochAccuracy.of(METHOD, run.evaluateEpochs(), config.epochs(), accuracy);
                return runner.run(StageWork.of(stage, step, fingerprint).afterEpoch(task));
            }
            SnnSelection selection = new SnnSelection(config.selection(), METHOD, accuracy);
            Map<String, Stateful> parts = new LinkedHashMap<>(step.parts());
            parts.put("selection", selection);
            return runner.run(StageWork.of(stage, selection.scored(step), parts, fingerprint)
                    .afterEpoch(selection.afterEpoch())
                    .score(Score.deciding(SnnSelection.SCORE)));
        }
    }

    private Replica replica(Encoder encoder, TrainedNet net, long steps) {
        Group group = net.group();
        Sgd optimiser = net.optimiser(config.settings());
        LabelledBatches batches = new LabelledBatches(
                data.train(), data.labelled(), positions(group), data.basic(), batch.supportViews());
        BatchFeed feed = new BatchFeed(batches, run.seed(), steps, run.loading(group.size()));
        SnnFineTuneStep step = new SnnFineTuneStep(
                encoder,
                net,
                new SuncetLoss(config.temperature()),
                labels(group.size()),
                data.basic().height(),
                optimiser,
                new WarmupCosine(config.startLr(), config.startLr(), config.finalLr(), 0, steps),
                i -> feed.batch(i).array(0));
        return new Replica(step, Map.of("net", net, "optimiser", optimiser), List.of(feed));
    }

    private SupportLabels labels(int devices) {
        return batch.labels(devices, 0);
    }

    private SupportSchedule positions(Group group) {
        return new SupportSchedule(
                StratifiedSampler.of(
                        data.labelledClasses(), data.classes(), batch.supportShape(group, config.stepsPerEpoch())),
                config.stepsPerEpoch());
    }
}
