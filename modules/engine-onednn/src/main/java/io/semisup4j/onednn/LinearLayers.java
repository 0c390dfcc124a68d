package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.MatrixSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;

/** Fully connected layers and their gradients: products of x [M, K], w [N, K] and dy [M, N], summed in float32. */
final class LinearLayers {
    /** With fewer rows, rounding the weights is not paid back by faster products. */
    private static final long ROWS_FOR_BFLOAT16 = 64;

    private LinearLayers() {}

    /** x w^T + b. */
    static Optional<Kernel> forward(MatrixSpec.Linear spec, Signature signature) {
        NumberFormat numbers = numbers(signature);
        memory.desc bias = Descriptors.matrix(1, signature.input(1)[0], false);
        Program program = new Program(signature);
        Operand x = matrix(program, 0, false, numbers, signature);
        Operand weights = matrix(program, 1, true, numbers, signature);
        NumberFormat results = results(numbers, signature);
        Operand y = program.output(0, Descriptors.matrix(signature.output(0), results));
        var description = new matmul.primitive_desc(
                new matmul.desc(x.descriptor(), weights.descriptor(), bias, y.descriptor()),
                Onednn.attributes(),
                Onednn.ENGINE);
        program.call(
                description,
                new matmul(description),
                Map.of(
                        dnnl.DNNL_ARG_SRC, x,
                        dnnl.DNNL_ARG_WEIGHTS, weights,
                        dnnl.DNNL_ARG_BIAS, program.input(2, bias),
                        dnnl.DNNL_ARG_DST, y));
        Format factor = RowMajor.of(numbers);
        return Optional.of(program.kernel(List.of(factor, factor, Format.PLAIN), List.of(RowMajor.of(results))));
    }

    /** dx = dy w and dw = dy^T x. */
    static Optional<Kernel> gradient(MatrixSpec.LinearGradient spec, Signature signature) {
        NumberFormat numbers = numbers(signature);
        NumberFormat results = results(numbers, signature);
        Program program = new Program(signature);
        if (signature.wanted().get(0)) {
            MatrixProducts.multiply(
                    program,
                    matrix(program, 2, false, numbers, signature),
                    matrix(program, 1, false, numbers, signature),
                    program.output(0, Descriptors.matrix(signature.output(0), results)));
        }
        if (signature.wanted().get(1)) {
            MatrixProducts.multiply(
                    program,
                    matrix(program, 2, true, numbers, signature),
                    matrix(program, 0, false, numbers, signature),
                    program.output(1, Descriptors.matrix(signature.output(1))));
        }
        Format factor = RowMajor.of(numbers);
        return Optional.of(
                program.kernel(List.of(factor, factor, factor), List.of(RowMajor.of(results), Format.PLAIN)));
    }

    private static NumberFormat numbers(Signature signature) {
        return signature.input(0)[0] < ROWS_FOR_BFLOAT16 ? NumberFormat.FLOAT32 : NumberFormat.of(signature);
    }

    /** Of y or dx; the gradient of the weights is float32 always. */
    private static NumberFormat results(NumberFormat factors, Signature signature) {
        return factors == NumberFormat.FLOAT32 ? factors : NumberFormat.between(signature, 0);
    }

    private static Operand matrix(
            Program program, int input, boolean transposed, NumberFormat numbers, Signature signature) {
        long[] shape = signature.input(input);
        long rows = shape[transposed ? 1 : 0];
        long columns = shape[transposed ? 0 : 1];
        return program.input(input, Descriptors.matrix(rows, columns, transposed, numbers));
    }
}
