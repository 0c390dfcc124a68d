package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SimclrCtConfig;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.PawsBatches;
import io.semisup4j.paws.pretrain.StepViews;
import io.semisup4j.paws.simclr.SimclrCtStep;
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
import java.util.List;
import java.util.Map;

/** The stage {@value #STAGE}: SimCLR+CT pre-training with the soft nearest-neighbour accuracy along the way. */
public final class SimclrCtPretraining {
    /** Name of the stage. */
    public static final String STAGE = "simclr-ct";

    /** Name of what is measured. */
    public static final String METHOD = "simclr-ct.softnn";

    private final SimclrCtConfig config;
    private final PawsData data;
    private final RunConfig run;
    private final LoaderOptions loading;

    /** Prepares the stage. */
    public SimclrCtPretraining(SimclrCtConfig config, PawsData data, RunConfig run) {
        this.config = config;
        this.data = data;
        this.run = run;
        this.loading = run.loading(1);
    }

    /** Trains the net in place on all devices, going on from the stage's newest checkpoint if there is one. */
    public LoopOutcome train(Encoder encoder, TrainedNet net, StageRunner runner) {
        new StageMemory(loading, runner.devices()).simclrCt(config).require();
        BatchShape shape = config.batch().shape(0);
        int stepsPerEpoch = new UnlabeledOrder(data.train().size(), runner.devices(), 0).batches(shape.images());
        int epochs = config.optimisation().epochs();
        Stage stage = run.stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, shape.rows())
                .on(runner.devices());
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        SoftNnEvaluation evaluation = evaluation(encoder, net);
        try (DeviceStep step =
                runner.replicate(worker -> replica(encoder, net.replica(worker), optimiser, shape, stage))) {
            return runner.run(StageWork.of(stage, step, data.fingerprint(config))
                    .afterEpoch(EpochAccuracy.of(METHOD, run.evaluateEpochs(), epochs, evaluation::measure))
                    .beginning(run.beginning(net, optimiser, STAGE))
                    .score(Score.kept(METHOD + ".top1")));
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
        SimclrCtStep step = new SimclrCtStep(
                encoder,
                net,
                new SimclrCtStep.Objective(config.temperature(), (long) config.supervisedEpochs() * stepsPerEpoch),
                shape,
                // Tiled over the views; the published program forgets that and fails with more than one.
                config.batch().labels(group.size(), 0),
                data.large().height(),
                optimiser,
                config.optimisation().schedule(stepsPerEpoch),
                StepViews.of(feed));
        return new Replica(step, Map.of("net", net, "optimiser", optimiser), List.of(feed));
    }

    /** Measures the net's values of the moment, with the loss's temperature. */
    public SoftNnEvaluation evaluation(Encoder encoder, TrainedNet net) {
        return new SoftNnEvaluation(encoder, net.state(), data, config.temperature(), loading);
    }
}
