package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Formats;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A kernel on plain arrays, described by what it adds to a chain of native calls.
 *
 * @param body binds the kernel's native calls
 */
record PlainKernel(Formats formats, List<long[]> scratch, int overwrites, BiConsumer<Steps, KernelArrays> body)
        implements Kernel {

    static PlainKernel of(Signature signature, BiConsumer<Steps, KernelArrays> body) {
        return new PlainKernel(Formats.plain(signature), List.of(), -1, body);
    }

    PlainKernel withScratch(long[]... shapes) {
        return new PlainKernel(formats, List.of(shapes), overwrites, body);
    }

    /** The first output may take over the memory of an input. */
    PlainKernel overwriting(int input) {
        return new PlainKernel(formats, scratch, input, body);
    }

    /** An output holds nothing: this kernel keeps no notes for its gradient. */
    PlainKernel withoutOutput(int index) {
        List<Format> outputs = new ArrayList<>(formats.outputs());
        outputs.set(index, Format.NOTHING);
        return new PlainKernel(new Formats(formats.inputs(), outputs), scratch, overwrites, body);
    }

    /** These inputs are not read, so that nobody need keep them for this kernel. */
    PlainKernel ignoringInputs(Integer... indices) {
        List<Format> inputs = new ArrayList<>(formats.inputs());
        List.of(indices).forEach(index -> inputs.set(index, Format.NOTHING));
        return new PlainKernel(new Formats(inputs, formats.outputs()), scratch, overwrites, body);
    }

    @Override
    public Runnable bind(KernelArrays arrays) {
        Steps steps = new Steps();
        body.accept(steps, arrays);
        return steps.chain();
    }
}
