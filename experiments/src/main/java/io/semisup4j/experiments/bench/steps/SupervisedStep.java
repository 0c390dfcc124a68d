package io.semisup4j.experiments.bench.steps;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.CrossEntropy;
import io.semisup4j.nets.layers.Layer;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.SgdSettings;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Cross-entropy and SGD with momentum.
 *
 * @param net images [N, H, W, 3] to logits [N, classes]
 * @param batch N
 * @param size H and W
 * @param classes of the classifier
 * @param peerNet how the peer makes the same net
 */
public record SupervisedStep(Layer net, int batch, int size, int classes, Map<String, Object> peerNet)
        implements BenchStep {
    private static final double RATE = 0.01;
    private static final double MOMENTUM = 0.9;
    private static final double DECAY = 1e-4;
    private static final String IMAGES = "images";
    private static final String TARGETS = "targets";

    @Override
    public NetLayout layout() {
        Declarations declarations = new Declarations();
        logits(new Graph(DataType.FLOAT), declarations, Pass.evaluation());
        return declarations.layout();
    }

    @Override
    public List<StepInput> inputs() {
        return List.of(StepInput.normal(IMAGES, batch, size, size, 3), StepInput.labels(TARGETS, batch, classes));
    }

    @Override
    public ReadyStep prepare(NetState state) {
        TrainedNet trained = new TrainedNet(state);
        Graph graph = new Graph(DataType.FLOAT);
        Pass pass = Pass.train();
        Tensor logits = logits(graph, new Declarations(), pass);
        Tensor loss = CrossEntropy.mean(logits, graph.input(TARGETS, batch, classes));
        TrainingPlan plan = TrainingPlan.compile(trained, graph, loss, List.of(pass), Map.of());
        inputs().forEach(input -> plan.write(input.name(), input.values()));
        TimedOptimiser optimiser = new TimedOptimiser(
                trained.optimiser(SgdSettings.plain(MOMENTUM, false, ParameterGroups.single(DECAY, false))));
        return new ReadyStep(plan, optimiser, () -> {
            plan.run();
            optimiser.apply(trained.parameters(), trained.gradients(), RATE);
            return plan.number("loss");
        });
    }

    @Override
    public Map<String, Object> peer() {
        return Map.of("step", "supervised", "net", peerNet, "rate", RATE, "momentum", MOMENTUM, "decay", DECAY);
    }

    private Tensor logits(Graph graph, Declarations declarations, Pass pass) {
        return net.apply(Scope.root(graph, declarations, pass), graph.input(IMAGES, batch, size, size, 3));
    }
}
