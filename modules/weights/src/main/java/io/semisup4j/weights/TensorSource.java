package io.semisup4j.weights;

import java.util.List;
import java.util.Map;

/**
 * Named arrays that are read one at a time, so that a file of many gigabytes never has to be in memory at once.
 * Every method that takes a name throws {@link WeightsException} when there is no such array.
 */
public interface TensorSource {
    /** All names in the order of the source. */
    List<String> names();

    /** The number format of one array, without reading its values where the format allows. */
    DType dtype(String name);

    /** The shape of one array, without reading its values where the format allows. */
    long[] shape(String name);

    /** Reads one array; not cached. */
    TensorData read(String name);

    /** The same arrays, floating-point ones as FLOAT32 (FLOAT64 rounded, 16-bit formats widened) when they are read. */
    default TensorSource inFloat32() {
        return new Float32Source(this);
    }

    /** The arrays of a map, in the map's order. */
    static TensorSource of(Map<String, TensorData> tensors) {
        return new InMemorySource(tensors);
    }
}
