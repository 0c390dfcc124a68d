package io.semisup4j.onednn;

import java.util.Map;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * One step of Newton's method on the logarithm in a log-softmax: the exponentials of a row y must sum to 1, so what they
 * exceed 1 by is subtracted. It takes the error from some 2e-6 to that of rounding.
 */
final class LogSoftmaxCorrection {
    private LogSoftmaxCorrection() {}

    /** Corrects y [M, N] in place. */
    static void apply(Program program, Operand y, long[] shape) {
        long rows = shape[0];
        long columns = shape[1];
        memory.desc flat = Descriptors.vector(rows * columns);
        memory.desc column = Descriptors.matrix(rows, 1, false);
        Operand exponentials = program.temporary(flat);
        eltwise(program, algorithm.eltwise_exp, 0, y.as(flat), exponentials);
        Operand sums = program.temporary(column);
        MatrixProducts.multiply(
                program,
                exponentials.as(y.descriptor()),
                program.constant(Descriptors.matrix(columns, 1, false), c -> c.onesColumn(columns)),
                sums);
        Operand excess = sums.as(Descriptors.vector(rows));
        eltwise(program, algorithm.eltwise_linear, -1, excess, excess);
        Operand negative = program.constant(Descriptors.matrix(1, columns, false), c -> c.filled(-1, 1, columns));
        addProduct(program, sums, negative, y);
    }

    /** y = x + shift for the linear function, f(x) for others. */
    private static void eltwise(Program program, algorithm function, float shift, Operand x, Operand y) {
        var description = new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(prop_kind.forward_inference, function, x.descriptor(), 1, shift),
                Onednn.attributes(),
                Onednn.ENGINE);
        program.call(description, new eltwise_forward(description), Map.of(dnnl.DNNL_ARG_SRC, x, dnnl.DNNL_ARG_DST, y));
    }

    /** c += a b. */
    private static void addProduct(Program program, Operand a, Operand b, Operand c) {
        post_ops sum = new post_ops();
        sum.append_sum();
        primitive_attr attributes = Onednn.attributes();
        attributes.set_post_ops(sum);
        var description = new matmul.primitive_desc(
                new matmul.desc(a.descriptor(), b.descriptor(), c.descriptor()), attributes, Onednn.ENGINE);
        program.call(
                description,
                new matmul(description),
                Map.of(dnnl.DNNL_ARG_SRC, a, dnnl.DNNL_ARG_WEIGHTS, b, dnnl.DNNL_ARG_DST, c));
    }
}
