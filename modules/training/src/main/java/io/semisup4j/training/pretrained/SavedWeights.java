package io.semisup4j.training.pretrained;

import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.training.checkpoint.StoredCheckpoint;
import io.semisup4j.training.net.SavedLayout;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.StateVector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The network within a checkpoint of ours, read without the program that made it. */
final class SavedWeights {
    private SavedWeights() {}

    static Pretrained of(StoredCheckpoint checkpoint) {
        return new Pretrained(
                checkpoint.folder(),
                Pretrained.Kind.CHECKPOINT,
                checkpoint.header().fingerprint().getOrDefault("stage", ""),
                OfficialState.export(state(checkpoint)),
                OptionalInt.of(checkpoint.header().epoch()),
                OptionalLong.of(checkpoint.header().step()));
    }

    /** The whole network in memory. */
    static NetState state(StoredCheckpoint checkpoint) {
        StateVector parameters = checkpoint.vector(TrainedNet.PART, TrainedNet.PARAMETERS);
        StateVector buffers = checkpoint.vector(TrainedNet.PART, TrainedNet.BUFFERS);
        StateValues values = checkpoint.values(TrainedNet.PART);
        NetLayout layout = SavedLayout.read(values, parameters.layout(), buffers.layout());
        Map<String, Long> batches = new LinkedHashMap<>();
        layout.countingLayers().forEach(layer -> batches.put(layer, values.longValue(layer)));
        return new NetState(layout, parameters.array(), buffers.array(), batches);
    }
}
