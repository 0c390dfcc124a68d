package io.semisup4j.nets.state;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network's values under official names and axes, converted one array at a time when asked for. */
final class OfficialSource implements TensorSource {
    private final NetState state;
    private final Map<String, Declaration> declarations = new LinkedHashMap<>();

    OfficialSource(NetState state) {
        this.state = state;
        state.layout().declarations().forEach(declaration -> declarations.put(declaration.name(), declaration));
    }

    @Override
    public List<String> names() {
        return List.copyOf(declarations.keySet());
    }

    @Override
    public DType dtype(String name) {
        if (declarations.get(name).kind() == Declaration.Kind.COUNTER) {
            return DType.INT64;
        }
        return state.parameters().dataType() == DataType.FLOAT ? DType.FLOAT32 : DType.FLOAT64;
    }

    @Override
    public long[] shape(String name) {
        return declarations.get(name).officialShape();
    }

    @Override
    public TensorData read(String name) {
        Declaration declaration = declarations.get(name);
        if (declaration.kind() == Declaration.Kind.COUNTER) {
            return TensorData.ofLongs(new long[] {state.batches().get(NetLayout.layerOf(name))});
        }
        INDArray official = declaration.axes().toOfficial(state.view(declaration));
        INDArray copy = Nd4j.create(official.dataType(), official.shape());
        copy.assign(official);
        return official.dataType() == DataType.FLOAT
                ? TensorData.ofFloats(copy.data().asFloat(), official.shape())
                : TensorData.ofDoubles(copy.data().asDouble(), official.shape());
    }
}
