package io.semisup4j.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A source whose arrays are already in memory. */
record InMemorySource(Map<String, TensorData> tensors) implements TensorSource {
    InMemorySource {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    @Override
    public List<String> names() {
        return List.copyOf(tensors.keySet());
    }

    @Override
    public DType dtype(String name) {
        return read(name).dtype();
    }

    @Override
    public long[] shape(String name) {
        return read(name).shape();
    }

    @Override
    public TensorData read(String name) {
        TensorData tensor = tensors.get(name);
        if (tensor == null) {
            throw new WeightsException("There is no array '" + name + "' among the " + tensors.size() + " given.");
        }
        return tensor;
    }
}
