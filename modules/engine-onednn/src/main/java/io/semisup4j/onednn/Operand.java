package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.KernelArrays;
import java.util.function.Function;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array that a primitive reads or writes, before it is known where it lies.
 *
 * @param descriptor how oneDNN is to read it
 * @param array finds it among a kernel's arrays
 */
record Operand(memory.desc descriptor, Function<KernelArrays, INDArray> array) {

    /** Its numbers, for what Java computes itself. */
    FloatPointer floats(KernelArrays arrays) {
        return new FloatPointer(Onednn.address(array.apply(arrays)));
    }

    /** The same array, read in another way. */
    Operand as(memory.desc other) {
        return new Operand(other, array);
    }
}
