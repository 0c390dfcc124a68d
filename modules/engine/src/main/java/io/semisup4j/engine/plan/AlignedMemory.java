package io.semisup4j.engine.plan;

import io.semisup4j.engine.flat.Views;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Vectors that begin on a cache line. ND4J aligns memory to 32 bytes only, where loads of 64 bytes are slow and the
 * streaming stores of some kernels (Winograd's convolution) end the process.
 */
final class AlignedMemory {
    private static final int CACHE_LINE = 64;

    private AlignedMemory() {}

    /** A zeroed vector. */
    static INDArray of(DataType type, long length) {
        int spare = CACHE_LINE / type.width();
        INDArray memory = Nd4j.create(type, length + spare);
        Pointer pointer = memory.data().pointer();
        long address = pointer == null ? 0 : pointer.address();
        long skipped = Math.floorMod(-address, CACHE_LINE) / type.width();
        return Views.of(memory, skipped, length);
    }
}
