package io.semisup4j.weights;

import java.util.List;

/** The tensors of another source, floating-point ones of other widths as FLOAT32 when they are read. */
record Float32Source(TensorSource source) implements TensorSource {

    @Override
    public List<String> names() {
        return source.names();
    }

    @Override
    public DType dtype(String name) {
        DType dtype = source.dtype(name);
        return dtype.isFloating() ? DType.FLOAT32 : dtype;
    }

    @Override
    public long[] shape(String name) {
        return source.shape(name);
    }

    @Override
    public TensorData read(String name) {
        TensorData tensor = source.read(name);
        return tensor.dtype().isFloating() && tensor.dtype() != DType.FLOAT32
                ? TensorData.ofFloats(tensor.toFloats(), tensor.shape())
                : tensor;
    }
}
