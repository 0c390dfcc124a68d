package io.semisup4j.experiments.bench.process;

import io.semisup4j.experiments.bench.steps.BenchStep;
import io.semisup4j.experiments.bench.steps.StepInput;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * First weights and inputs of a step as files, from which the peer begins as ours does; closing deletes them.
 *
 * @param weights state dictionary of the net under official names
 * @param inputs arrays that the step reads
 */
public record Weights(Path weights, Path inputs) implements AutoCloseable {

    /**
     * Writes both files into a folder.
     *
     * @param seed of the weights
     */
    public static Weights write(BenchStep step, long seed, Path folder) {
        Weights files = new Weights(folder.resolve("weights.safetensors"), folder.resolve("inputs.safetensors"));
        NetState state = NetState.initial(step.layout(), seed, DataType.FLOAT);
        SafetensorsWriter.write(files.weights, OfficialState.export(state), Map.of());
        Map<String, TensorData> arrays = new LinkedHashMap<>();
        for (StepInput input : step.inputs()) {
            arrays.put(input.name(), TensorData.ofFloats(input.values(), input.shape()));
        }
        SafetensorsWriter.write(files.inputs, StateDict.of(arrays), Map.of());
        return files;
    }

    @Override
    public void close() throws IOException {
        Files.delete(weights);
        Files.delete(inputs);
    }
}
