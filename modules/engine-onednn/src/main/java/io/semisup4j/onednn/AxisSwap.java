package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.TransposeSpec;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.memory;

/** Copies into another order of axes. */
final class AxisSwap {
    private AxisSwap() {}

    /** [A, B, C, D] to [A, C, B, D]. */
    static Optional<Kernel> middle(TransposeSpec.SwapMiddle spec, Signature signature) {
        long[] x = signature.input(0);
        long[] y = signature.output(0);
        Program program = new Program(signature);
        Operand from = program.input(0, strided(y, x[1] * x[2] * x[3], x[3], x[2] * x[3]));
        Operand to = program.output(0, strided(y, y[1] * y[2] * y[3], y[2] * y[3], y[3]));
        return Optional.of(program.reorder(from, to).kernel(List.of(Format.PLAIN), List.of(Format.PLAIN)));
    }

    private static memory.desc strided(long[] shape, long first, long second, long third) {
        return new memory.desc(shape, memory.data_type.f32, new long[] {first, second, third, 1});
    }
}
