package io.semisup4j.weights;

import java.util.List;

/** The tensors of another source, FLOAT64 ones rounded to FLOAT32 when they are read. */
record Float32Source(TensorSource source) implements TensorSource {

    @Override
    public List<String> names() {
        return source.names();
    }

    @Override
    public DType dtype(String name) {
        DType dtype = source.dtype(name);
        return dtype == DType.FLOAT64 ? DType.FLOAT32 : dtype;
    }

    @Override
    public long[] shape(String name) {
        return source.shape(name);
    }

    @Override
    public TensorData read(String name) {
        TensorData tensor = source.read(name);
        return tensor.dtype() == DType.FLOAT64 ? TensorData.ofFloats(tensor.toFloats(), tensor.shape()) : tensor;
    }
}
