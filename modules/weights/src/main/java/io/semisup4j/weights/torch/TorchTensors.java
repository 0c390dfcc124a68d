package io.semisup4j.weights.torch;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import java.util.List;
import java.util.Map;

/** A dictionary of tensors in a torch file, such as a state dictionary. */
record TorchTensors(String where, Map<String, TorchTensor> tensors) implements TensorSource {
    @Override
    public List<String> names() {
        return List.copyOf(tensors.keySet());
    }

    @Override
    public DType dtype(String name) {
        return tensor(name).dtype();
    }

    @Override
    public long[] shape(String name) {
        return tensor(name).shape();
    }

    @Override
    public TensorData read(String name) {
        TorchTensor tensor = tensor(name);
        return WeightsException.at(where + ": '" + name + "'", tensor::read);
    }

    private TorchTensor tensor(String name) {
        TorchTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new WeightsException(where + " has no tensor '" + name + "' among its " + tensors.size() + ".");
        }
        return tensor;
    }
}
