package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.KernelArrays;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One execution of a primitive: what it is given under which argument number. */
record Call(primitive primitive, Map<Integer, Operand> arguments) implements Step {

    /** Makes the memory objects once; running hands them over again and again. */
    @Override
    public Runnable bind(KernelArrays arrays) {
        IntMemoryMap memories = new IntMemoryMap();
        INDArray[] owners = new INDArray[arguments.size()];
        int count = 0;
        for (Map.Entry<Integer, Operand> argument : arguments.entrySet()) {
            Operand operand = argument.getValue();
            INDArray array = operand.array().apply(arrays);
            owners[count++] = array;
            memories.put(argument.getKey(), new memory(operand.descriptor(), Onednn.ENGINE, Onednn.address(array)));
        }
        return new Bound(primitive, memories, owners);
    }

    /** Keeps the arrays alive whose addresses the memory objects hold. */
    private record Bound(primitive primitive, IntMemoryMap memories, INDArray[] owners) implements Runnable {
        @Override
        public void run() {
            primitive.execute(Onednn.STREAM, memories);
        }
    }
}
