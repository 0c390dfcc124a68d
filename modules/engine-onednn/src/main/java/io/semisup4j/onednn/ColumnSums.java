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
        if (format instanceof ImageFormat images) {
            program.then(totals(program, images, shape));
        } else {
            sum(program, program.input(0, Descriptors.matrix(shape, RowMajor.numbers(format))), signature);
        }
        return Optional.of(program.kernel(List.of(format), List.of(Format.PLAIN)));
    }

    /** The sum of a matrix's rows, as a product with a row of ones. */
    private static void sum(Program program, Operand matrix, Signature signature) {
        long[] shape = signature.input(0);
        long columns = shape[shape.length - 1];
        long rows = matrix.descriptor().dims().get(0);
        memory.desc row = Descriptors.matrix(1, rows, false, NumberFormat.of(matrix.descriptor()));
        MatrixProducts.multiply(
                program,
                program.in(row, program.constant(Descriptors.matrix(1, rows, false), c -> c.filled(1, 1, rows))),
                matrix,
                program.output(0, Descriptors.matrix(1, columns, false)));
    }

    /** In float32 from the means of images, which are the fastest; pooling of bfloat16 would round these. */
    private static ImageTotals totals(Program program, ImageFormat format, long[] shape) {
        Operand totals = program.output(0, Descriptors.matrix(1, shape[3], false));
        if (format.numbers() != NumberFormat.FLOAT32 && BatchStatistics.suits(format)) {
            StripSums strips = StripSums.of(program, format, shape);
            return new ImageTotals(strips.layout(), 1, strips.sums(), totals);
        }
        PartialSums layout = new PartialSums(
                (int) shape[0], (int) shape[3], 1, format.order().block());
        return new ImageTotals(layout, shape[1] * shape[2], imageMeans(program, format, shape), totals);
    }

    /** The mean of every channel of every image. */
    private static Operand imageMeans(Program program, ImageFormat format, long[] shape) {
        Operand images = program.input(0, Descriptors.activation(format, shape));
        PoolingShape pooling = GlobalAverage.shape(format.inFloat(), shape);
        var description = pooling.forward();
        Operand means = program.temporary(pooling.y());
        program.call(
                description,
                new pooling_forward(description),
                Map.of(dnnl.DNNL_ARG_SRC, program.in(pooling.x(), images), dnnl.DNNL_ARG_DST, means));
        return means;
    }
}
