package io.semisup4j.paws.program;

import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.data.split.Split;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.LinearConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import io.semisup4j.training.state.Stateful;
import io.semisup4j.training.supervised.CrossEntropyStep;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The stage {@value #STAGE}: a linear classifier on the backbone's features of the labelled images, the encoder frozen.
 * An extension; PAWS publishes no such figure.
 */
public final class LinearEvaluation {
    /** Name of the stage. */
    public static final String STAGE = "linear";

    private final LinearConfig config;
    private final PawsData data;
    private final RunConfig run;

    /** Prepares the stage. */
    public LinearEvaluation(LinearConfig config, PawsData data, RunConfig run) {
        this.config = config;
        this.data = data;
        this.run = run;
    }

    /** Accuracy on the test images, or nothing if the run was asked to stop. */
    public Optional<TopK> run(Encoder encoder, NetState state, StageRunner runner) {
        FrozenFeatures features =
                new FrozenFeatures(encoder, state, data, config.refreshEpochs(), run.seed(), run.loading(1));
        UnlabeledOrder order = new UnlabeledOrder(data.labelled().size(), 1, 0);
        int stepsPerEpoch = order.batches(config.batch());
        long steps = (long) config.optimisation().epochs() * stepsPerEpoch;
        Stage stage = run.stage(STAGE, steps, stepsPerEpoch, config.batch());
        Encoder classifier =
                Encoder.linearClassifier(new GivenFeatures(encoder.backbone().features()), data.classes());
        TrainedNet net = linear(classifier, encoder.backbone().features());
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        CrossEntropyStep step = new CrossEntropyStep(
                classifier,
                net,
                CrossEntropyStep.Layout.whole(config.batch(), encoder.backbone().features()),
                data.classes(),
                optimiser,
                config.optimisation().schedule(stepsPerEpoch),
                features.batches(order, config.batch()));
        Map<String, Stateful> parts = Map.of("net", net, "optimiser", optimiser);
        boolean finished = runner.run(StageWork.of(stage, step, parts, data.fingerprint(config)))
                .finished();
        return finished ? Optional.of(accuracy(net.state(), features)) : Optional.empty();
    }

    private TrainedNet linear(Encoder classifier, long width) {
        Graph graph = new Graph(DataType.FLOAT);
        Declarations declarations = new Declarations();
        classifier.apply(Scope.root(graph, declarations, Pass.evaluation()), graph.input("features", 1, width));
        return new TrainedNet(NetState.initial(declarations.layout(), run.seed(), DataType.FLOAT));
    }

    private TopK accuracy(NetState state, FrozenFeatures features) {
        INDArray weight = parameter(state, "fc.weight"); // C x D
        INDArray bias = parameter(state, "fc.bias");
        INDArray test =
                features.plain(data.test(), Split.all(data.test().size()).indices());
        return TopK.of(
                test.mmul(weight.transpose()).addRowVector(bias.reshape(1, bias.length())),
                data.test().labels());
    }

    private static INDArray parameter(NetState state, String name) {
        return state.layout().parameters().view(state.parameters(), name);
    }
}
