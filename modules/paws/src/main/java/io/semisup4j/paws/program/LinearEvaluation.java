package io.semisup4j.paws.program;

import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.data.split.Split;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.LinearConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.program.EvaluationMemory.Pictures;
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

    /**
     * Accuracy on the test images, or nothing if the run was asked to stop.
     *
     * @throws io.semisup4j.training.memory.MemoryException if features and batches do not fit into the memory
     */
    public Optional<TopK> run(Encoder encoder, NetState state, StageRunner runner) {
        new StageMemory(run.loading(1), 1)
                .linear(config, encoder, Pictures.of(data))
                .require();
        FrozenFeatures features =
                new FrozenFeatures(encoder, state, data, config.refreshEpochs(), run.seed(), run.loading(1));
        UnlabeledOrder order = new UnlabeledOrder(data.labelled().size(), 1, 0);
        int stepsPerEpoch = order.batches(config.batch());
        long steps = (long) config.optimisation().epochs() * stepsPerEpoch;
        Stage stage = run.stage(STAGE, steps, stepsPerEpoch, config.batch());
        LinearProbe probe = new LinearProbe(encoder.backbone().features(), data.classes());
        TrainedNet net = new TrainedNet(NetState.initial(probe.layout(), run.seed(), DataType.FLOAT));
        Sgd optimiser = net.optimiser(config.optimisation().settings());
        CrossEntropyStep step = new CrossEntropyStep(
                probe.net(),
                net,
                probe.batch(config.batch()),
                data.classes(),
                optimiser,
                config.optimisation().schedule(stepsPerEpoch),
                features.batches(order, config.batch()));
        Map<String, Stateful> parts = Map.of("net", net, "optimiser", optimiser);
        boolean finished = runner.run(StageWork.of(stage, step, parts, data.fingerprint(config)))
                .finished();
        return finished ? Optional.of(accuracy(net.state(), features)) : Optional.empty();
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
