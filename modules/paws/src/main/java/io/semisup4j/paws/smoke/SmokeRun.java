package io.semisup4j.paws.smoke;

import io.semisup4j.config.Fingerprint;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.evaluation.SoftNearestNeighbourClassifier;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.SmokeConfig;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.PawsForward;
import io.semisup4j.paws.pretrain.PawsStep;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Trains on {@link Patterns} and measures how well the classes are told apart. */
public final class SmokeRun {
    private static final int TEST_ROWS_PER_CLASS = 20;

    private final SmokeConfig config;
    private final Encoder encoder;
    private final TrainedNet net;
    private final Patterns patterns;
    private StepResult last = StepResult.of(Map.of());

    /** Prepares a new net. */
    public SmokeRun(SmokeConfig config) {
        PawsConfig paws = config.paws();
        this.config = config;
        this.encoder = paws.net().encoder();
        this.net = new TrainedNet(NetState.initial(encoder.layout(), config.seed(), DataType.FLOAT));
        this.patterns = new Patterns(
                paws.batch().shape(paws.views().smallCrops()),
                paws.views().largeSize(),
                paws.views().smallSize(),
                config.seed());
    }

    /** Metrics of the last step and the accuracy, or nothing if the run was asked to stop. */
    public Optional<Map<String, Double>> run(StageRunner runner) {
        int epochs = config.paws().optimisation().epochs();
        Stage stage = new Stage(
                "paws",
                (long) epochs * config.stepsPerEpoch(),
                config.stepsPerEpoch(),
                patterns.shape().rows());
        LoopOutcome outcome;
        try (DeviceStep step = runner.replicate(worker -> replica(net.replica(worker)))) {
            outcome = runner.run(StageWork.of(stage.on(runner.devices()), step, Fingerprint.of(config))
                    .afterEpoch((epoch, done) -> epoch + 1 == epochs ? results() : Map.of()));
        }
        return outcome.finished() ? Optional.of(Map.of("paws.softnn.top1", accuracy())) : Optional.empty();
    }

    /** Every device sees patterns of its own. */
    private Replica replica(TrainedNet replica) {
        PawsConfig paws = config.paws();
        Group group = replica.group();
        SupportLabels labels = paws.batch().labels(group.size(), paws.loss().labelSmoothing());
        TrainingPlan plan = PawsForward.compile(
                encoder,
                replica,
                paws.loss().loss(patterns.shape().smallCrops()),
                patterns.shape(),
                patterns.largeSize(),
                patterns.smallSize(),
                labels.columns());
        Sgd optimiser = replica.optimiser(paws.optimisation().settings());
        PawsStep step = new PawsStep(
                plan,
                replica,
                labels,
                optimiser,
                paws.optimisation().schedule(config.stepsPerEpoch()),
                patterns.withSeed(config.seed() + group.rank()));
        boolean reports = group.rank() == 0;
        return new Replica(
                i -> reports ? last = step.run(i) : step.run(i),
                Map.of("net", replica, "optimiser", optimiser),
                List.of());
    }

    private Map<String, Double> results() {
        return Map.of(
                "paws.ploss", last.metrics().get("ploss"),
                "paws.rloss", last.metrics().get("rloss"),
                "paws.softnn.top1", accuracy());
    }

    /** Fresh patterns against fresh supports. */
    private double accuracy() {
        int classes = patterns.shape().supportClasses();
        int[] labels = new int[classes * TEST_ROWS_PER_CLASS];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % classes;
        }
        INDArray supports = encode(-2, labels);
        INDArray queries = encode(-3, labels);
        INDArray p = new SoftNearestNeighbourClassifier(config.paws().loss().temperature())
                .classify(queries, supports, labels, classes);
        return TopK.of(p, labels).top1();
    }

    private INDArray encode(long step, int[] labels) {
        Graph graph = new Graph(DataType.FLOAT);
        int size = patterns.largeSize();
        Tensor images = graph.input("images", labels.length, size, size, 3);
        Tensor z = encoder.apply(Scope.root(graph, new Declarations(), Pass.evaluation()), images)
                .z();
        Plan plan = net.state().bind(graph, Plan.of(graph).output("z", z)).compile();
        plan.write("images", patterns.views(step, 0, labels, size));
        plan.run();
        return plan.output("z").dup();
    }
}
