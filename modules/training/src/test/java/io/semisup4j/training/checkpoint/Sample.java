package io.semisup4j.training.checkpoint;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A small state to save: a float vector, a double vector, and values of every type. */
final class Sample {
    static final FlatLayout LAYOUT = new FlatLayout.Builder()
            .add("conv.weight", 4, 5)
            .add("conv.bias", 4)
            .build();
    static final Map<String, String> FINGERPRINT = Map.of("lr", "0.1", "net", "wrn28w2");

    final INDArray parameters = LAYOUT.zeros(DataType.FLOAT);
    final INDArray momentum = LAYOUT.zeros(DataType.DOUBLE);
    StateValues values = StateValues.empty();

    /** A state that depends on the number. */
    static Sample of(int number) {
        Sample sample = new Sample();
        sample.parameters.assign(Nd4j.arange(sample.parameters.length()).muli(number * 0.37));
        sample.momentum.assign(Math.PI * number);
        sample.values = StateValues.empty()
                .with("count", Long.MAX_VALUE - number)
                .with("sum", 0.1 * number)
                .with("nan", Double.NaN)
                .with("infinite", Double.NEGATIVE_INFINITY)
                .with("word", "Zürich \"" + number + "\"\n");
        return sample;
    }

    Map<String, Stateful> parts() {
        Map<String, Stateful> parts = new LinkedHashMap<>();
        parts.put("model", Stateful.of(new StateVector("parameters", LAYOUT, parameters)));
        parts.put("optimiser", new Stateful() {
            @Override
            public List<StateVector> vectors() {
                return List.of(new StateVector("momentum", LAYOUT, momentum));
            }

            @Override
            public StateValues values() {
                return values;
            }

            @Override
            public void restore(StateValues saved) {
                values = saved;
            }
        });
        return parts;
    }

    static CheckpointHeader header(long step, Double score) {
        return new CheckpointHeader(step, (int) step / 10, score, FINGERPRINT);
    }

    boolean equalTo(Sample other) {
        return parameters.equalsWithEps(other.parameters, 0)
                && momentum.equalsWithEps(other.momentum, 0)
                && values.equals(other.values);
    }
}
