package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Constants;
import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Formats;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Writes down a kernel: the primitives that it runs and the arrays that they work on. All primitives of a kernel share
 * one scratchpad, which lies in the plan's arena like every other temporary.
 */
final class Program {
    private final Signature signature;
    private final List<Step> steps = new ArrayList<>();
    private final List<Long> temporaries = new ArrayList<>();
    private long scratchpad;

    Program(Signature signature) {
        this.signature = signature;
    }

    Operand input(int index, memory.desc descriptor) {
        return new Operand(descriptor, arrays -> arrays.input(index));
    }

    /** An output; a temporary takes its place if nobody reads it but the primitive must write it. */
    Operand output(int index, memory.desc descriptor) {
        return signature.wanted().get(index)
                ? new Operand(descriptor, arrays -> arrays.output(index))
                : temporary(descriptor);
    }

    Operand temporary(memory.desc descriptor) {
        int index = temporaries.size() + 1; // the scratchpad comes first
        temporaries.add(Descriptors.floats(descriptor));
        return new Operand(descriptor, arrays -> arrays.scratch(index));
    }

    Operand constant(memory.desc descriptor, Function<Constants, INDArray> constant) {
        return new Operand(descriptor, arrays -> constant.apply(arrays.constants()));
    }

    /** Runs a primitive on arguments under oneDNN's numbers. */
    Program call(primitive_desc_base description, primitive primitive, Map<Integer, Operand> arguments) {
        Map<Integer, Operand> all = new HashMap<>(arguments);
        memory.desc pad = description.scratchpad_desc();
        if (pad.get_size() > 0) {
            scratchpad = Math.max(scratchpad, Descriptors.floats(pad));
            all.put(dnnl.DNNL_ARG_SCRATCHPAD, new Operand(pad, arrays -> arrays.scratch(0)));
        }
        Implementations.check(description);
        steps.add(new Call(primitive, Map.copyOf(all)));
        return this;
    }

    /** Does what no primitive does, on few numbers. */
    Program then(Step step) {
        steps.add(step);
        return this;
    }

    /** Copies an array into another order or number format. */
    Program reorder(Operand from, Operand to) {
        reorder.primitive_desc description = new reorder.primitive_desc(
                Onednn.ENGINE, from.descriptor(), Onednn.ENGINE, to.descriptor(), Onednn.attributes(), false);
        return call(description, new reorder(description), Map.of(dnnl.DNNL_ARG_FROM, from, dnnl.DNNL_ARG_TO, to));
    }

    /** The operand in a wanted description: itself, or a temporary copy made here. */
    Operand in(memory.desc wanted, Operand operand) {
        if (operand.descriptor().equals(wanted)) {
            return operand;
        }
        Operand copy = temporary(wanted);
        reorder(operand, copy);
        return copy;
    }

    /** The finished kernel. */
    Kernel kernel(List<Format> inputs, List<Format> outputs) {
        return kernel(inputs, outputs, -1);
    }

    /** The finished kernel, whose first output may take over the memory of an input. */
    Kernel kernel(List<Format> inputs, List<Format> outputs, int overwrites) {
        List<long[]> scratch = new ArrayList<>();
        scratch.add(new long[] {Math.max(1, scratchpad)});
        temporaries.forEach(elements -> scratch.add(new long[] {elements}));
        return new PrimitiveKernel(new Formats(inputs, outputs), scratch, overwrites, List.copyOf(steps));
    }
}
