package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.data.split.Split;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SupervisedConfig;
import io.semisup4j.reporting.exhibit.Confusion;
import io.semisup4j.reporting.exhibit.Embedding;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.reporting.show.ClassifierShow;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.supervised.CrossEntropyStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The stage {@value #STAGE}: what the same backbone reaches with the labelled images alone, by cross-entropy on the same
 * large views.
 */
public final class SupervisedBaseline {
    /** Name of the stage. */
    public static final String STAGE = "supervised";

    private static final int EVALUATION_BATCH = 100;

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
        this.loading = LoaderOptions.threads(run.loaderThreads());
    }

    /** Shows views, neighbours and the like in the report. */
    public SupervisedBaseline showing(Exhibits value) {
        exhibits = value;
        return this;
    }

    /** Trains to the end or to a stop request. */
    public LoopOutcome train(StageRunner runner) {
        int stepsPerEpoch = Math.max(1, data.train().size() / config.batch());
        int epochs = config.optimisation().epochs();
        Stage stage = new Stage(STAGE, (long) epochs * stepsPerEpoch, stepsPerEpoch, config.batch());
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        long[] images = {config.batch(), data.large().height(), data.large().width(), 3};
        try (BatchFeed feed = new BatchFeed(this::plan, run.seed(), stage.totalSteps(), loading)) {
            CrossEntropyStep step = new CrossEntropyStep(
                    classifier,
                    net,
                    images,
                    data.classes(),
                    optimiser,
                    config.optimisation().schedule(stepsPerEpoch),
                    feed);
            PictureEncoder encoder = encoder();
            Exhibits during = exhibits.sparing();
            LoopOutcome outcome = runner.run(
                    stage,
                    step,
                    EpochAccuracy.of(STAGE, run.evaluateEpochs(), epochs, () -> measure(encoder, during)),
                    Map.of("net", net, "optimiser", optimiser),
                    data.fingerprint(config));
            exhibits.showTiming(STAGE, step.profile());
            return outcome;
        }
    }

    /** Accuracy on the test images. */
    public TopK measure() {
        return measure(encoder(), exhibits);
    }

    private TopK measure(PictureEncoder encoder, Exhibits shown) {
        int[] all = Split.all(data.test().size()).indices();
        INDArray logits = encoder.encode(data.test(), all);
        shown.show(STAGE, Confusion.class, () -> ClassifierShow.confusion(data.test(), logits));
        shown.show(STAGE, Embedding.class, () -> ClassifierShow.embedding(data.test(), logits));
        return TopK.of(logits, data.test().labels());
    }

    private PictureEncoder encoder() {
        return new PictureEncoder(
                classifier, net.state(), PictureEncoder.Output.PREDICTION, data.plain(), EVALUATION_BATCH, loading);
    }

    /** Labelled images, shuffled anew each time all have been seen. */
    private BatchPlan plan(long step) {
        List<ViewJob> jobs = new ArrayList<>();
        int size = data.labelled().size();
        UnlabeledOrder order = new UnlabeledOrder(size, 1, 0);
        long round = -1;
        int[] positions = new int[0];
        for (long i = step * config.batch(); i < (step + 1) * config.batch(); i++) {
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
