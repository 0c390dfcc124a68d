package io.semisup4j.engine.kernels;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays that a kernel is bound to. Plain arrays come as row-major views in their logical shape; arrays of other
 * formats as a vector over their storage.
 *
 * @param inputs read only; null where the kernel's format is {@link Format#NOTHING}
 * @param outputs written completely; null where nobody reads an output or its format is {@link Format#NOTHING}
 * @param scratch temporaries in the order of {@link Kernel#scratch()}
 * @param constants constant arrays shared by all kernels of a plan
 */
public record KernelArrays(INDArray[] inputs, INDArray[] outputs, INDArray[] scratch, Constants constants) {

    public INDArray input(int index) {
        return inputs[index];
    }

    public INDArray output(int index) {
        return outputs[index];
    }

    public INDArray scratch(int index) {
        return scratch[index];
    }
}
