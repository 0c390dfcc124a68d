package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.MatrixSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_forward;

/** Sums over all axes but the last; gradients of biases, so the images are mostly blocked. */
final class ColumnSums {
    private ColumnSums() {}

    static Optional<Kernel> kernel(MatrixSpec.ColumnSum spec, Signature signature) {
        Format first = signature.inputFormats().get(0);
        Format format = first instanceof RowMajor ? first : FlatFormat.of(signature);
        long[] shape = signature.input(0);
        Program program = new Program(signature);
        if (format instanceof ImageFormat) {
            // Image by image first: the mean over an image times its area.
            sum(program, imageMeans(program, format, shape), (double) shape[1] * shape[2], signature);
        } else {
            sum(program, program.input(0, Descriptors.matrix(shape, RowMajor.numbers(format))), 1, signature);
        }
        return Optional.of(program.kernel(List.of(format), List.of(Format.PLAIN)));
    }

    /** The sum of a matrix's rows times a factor, as a product with a row of that factor. */
    private static void sum(Program program, Operand matrix, double factor, Signature signature) {
        long[] shape = signature.input(0);
        long columns = shape[shape.length - 1];
        long rows = matrix.descriptor().dims().get(0);
        memory.desc row = Descriptors.matrix(1, rows, false, NumberFormat.of(matrix.descriptor()));
        MatrixProducts.multiply(
                program,
                program.in(row, program.constant(Descriptors.matrix(1, rows, false), c -> c.filled(factor, 1, rows))),
                matrix,
                program.output(0, Descriptors.matrix(1, columns, false)));
    }

    /** [N, H, W, C] to a plain matrix [N, C]. */
    private static Operand imageMeans(Program program, Format format, long[] shape) {
        Operand images = program.input(0, Descriptors.activation(format, shape));
        PoolingShape pooling = GlobalAverage.shape(((ImageFormat) format).inFloat(), shape);
        var description = pooling.forward();
        Operand means = program.temporary(pooling.y());
        program.call(
                description,
                new pooling_forward(description),
                Map.of(dnnl.DNNL_ARG_SRC, program.in(pooling.x(), images), dnnl.DNNL_ARG_DST, means));
        memory.desc plain = Descriptors.activation(Format.PLAIN, new long[] {shape[0], 1, 1, shape[3]});
        return program.in(plain, means).as(Descriptors.matrix(shape[0], shape[3], false));
    }
}
