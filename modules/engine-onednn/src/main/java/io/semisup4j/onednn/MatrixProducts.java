package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.MatrixSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;

/** Matrix products, and sums of rows as products with ones (the reduction primitive is slower). */
final class MatrixProducts {
    private MatrixProducts() {}

    static Optional<Kernel> product(MatrixSpec.Product spec, Signature signature) {
        long[] c = signature.output(0);
        long inner = signature.input(0)[spec.transposeA() ? 0 : 1];
        Program program = new Program(signature);
        multiply(
                program,
                program.input(0, Descriptors.matrix(c[0], inner, spec.transposeA())),
                program.input(1, Descriptors.matrix(inner, c[1], spec.transposeB())),
                program.output(0, Descriptors.matrix(c)));
        return Optional.of(plain(program, signature));
    }

    static Optional<Kernel> rowSum(MatrixSpec.RowSum spec, Signature signature) {
        long columns = signature.input(0)[1];
        Program program = new Program(signature);
        multiply(
                program,
                program.input(0, Descriptors.matrix(signature.input(0))),
                program.constant(Descriptors.matrix(columns, 1, false), c -> c.onesColumn(columns)),
                program.output(0, Descriptors.matrix(signature.output(0))));
        return Optional.of(plain(program, signature));
    }

    /** Adds c = a b to a program. */
    static void multiply(Program program, Operand a, Operand b, Operand c) {
        var description = new matmul.primitive_desc(
                new matmul.desc(a.descriptor(), b.descriptor(), c.descriptor()), Onednn.attributes(), Onednn.ENGINE);
        program.call(
                description,
                new matmul(description),
                Map.of(dnnl.DNNL_ARG_SRC, a, dnnl.DNNL_ARG_WEIGHTS, b, dnnl.DNNL_ARG_DST, c));
    }

    private static Kernel plain(Program program, Signature signature) {
        List<Format> inputs = Collections.nCopies(signature.inputs().size(), Format.PLAIN);
        return program.kernel(inputs, List.of(Format.PLAIN));
    }
}
