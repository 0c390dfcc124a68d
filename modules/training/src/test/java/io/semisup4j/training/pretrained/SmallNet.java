package io.semisup4j.training.pretrained;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import io.semisup4j.training.state.Stateful;
import io.semisup4j.weights.StateDict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/** An encoder of few parameters, and a stage whose steps add made-up gradients instead of computing them. */
final class SmallNet {
    static final Encoder ENCODER = Encoder.pretraining(new WideResNet(10, 1), 8, true);

    final TrainedNet net;
    final Sgd optimiser;

    SmallNet(long seed, DataType type) {
        Map<String, Long> batches = new LinkedHashMap<>();
        NetState fresh = NetState.initial(ENCODER.layout(), seed, type);
        fresh.batches().keySet().forEach(layer -> batches.put(layer, seed + layer.length()));
        net = new TrainedNet(new NetState(fresh.layout(), fresh.parameters(), fresh.buffers(), batches));
        optimiser = net.optimiser(SgdSettings.plain(0.9, false, ParameterGroups.biasAndBnExcluded(1e-4)));
    }

    StateDict exported() {
        return OfficialState.export(net.state());
    }

    /** Six steps in two epochs, stopped after some of them. */
    LoopOutcome run(Path checkpoints, String name, long stopAfter) {
        StopSignal stop = new StopSignal();
        StageRunner runner = new StageRunner(checkpoints, List.of(), stop, Saving.everyEpoch(0));
        TrainStep step = number -> {
            fillGradients(0.01 * (number + 1));
            optimiser.apply(net.parameters(), net.gradients(), 0.1);
            if (number + 1 == stopAfter) {
                stop.request();
            }
            return StepResult.of(Map.of("loss", 1.0));
        };
        Map<String, Stateful> parts = Map.of(TrainedNet.PART, net, "optimiser", optimiser);
        return runner.run(StageWork.of(new Stage(name, 6, 3, 1), step, parts, Map.of("config", "small"))
                .afterEpoch((epoch, done) -> Map.of("accuracy", 0.25 * (epoch + 1))));
    }

    /** The gaps between the arrays stay zero, as everywhere. */
    private void fillGradients(double value) {
        FlatLayout layout = net.state().layout().parameters();
        layout.names().forEach(name -> layout.view(net.gradients(), name).assign(value));
    }
}
