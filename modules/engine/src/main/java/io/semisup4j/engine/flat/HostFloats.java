package io.semisup4j.engine.flat;

import io.semisup4j.engine.runtime.Backend;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Float vectors that Java reads and writes where they lie. A loop over one costs what the memory costs, while an ND4J
 * operation has its threads meet, which takes a fraction of a millisecond between two kernels of another library.
 */
public final class HostFloats {
    private HostFloats() {}

    /**
     * The elements of a contiguous vector, in order; empty if they are no floats or lie on a GPU.
     *
     * @param vector possibly a view; it lives as long as what is returned
     */
    public static Optional<FloatIndexer> of(INDArray vector) {
        if (vector.dataType() != DataType.FLOAT || !Backend.isCpu()) {
            return Optional.empty();
        }
        return Optional.of(FloatIndexer.create(new Elements(vector)));
    }

    /** Keeps the array, whose memory would be freed with it; an indexer keeps its pointer. */
    private static final class Elements extends FloatPointer {
        private final INDArray owner;

        Elements(INDArray owner) {
            super(owner.data().addressPointer());
            this.owner = owner;
            capacity(owner.length());
        }
    }
}
