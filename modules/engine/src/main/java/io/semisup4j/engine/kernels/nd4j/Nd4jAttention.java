package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.AttentionSpec;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Self-attention as batched matrix products. Heads are brought together first; as notes stay scaled queries, keys and
 * values, [3, B, H, N, d].
 */
final class Nd4jAttention {
    private static final int QUERIES = 0;
    private static final int KEYS = 1;
    private static final int VALUES = 2;

    private Nd4jAttention() {}

    static Kernel forward(AttentionSpec.Forward spec, Signature signature) {
        long[] shape = heads(signature.output(2));
        boolean bias = signature.inputs().size() > 1;
        return PlainKernel.of(signature, (steps, arrays) -> {
                    INDArray parts = arrays.output(2) == null ? arrays.scratch(0) : arrays.output(2);
                    INDArray weights = arrays.output(1) == null ? arrays.scratch(1) : arrays.output(1);
                    INDArray y = arrays.scratch(2); // B x H x N x d
                    INDArray q = part(parts, QUERIES);
                    steps.op("permute", List.of(split(arrays.input(0), shape)), List.of(parts), 2, 0, 3, 1, 4)
                            .affine(q, 1 / Math.sqrt(shape[3]), 0, q)
                            .product(q, part(parts, KEYS), weights, false, true);
                    if (bias) {
                        INDArray row = Matrix.row(arrays.input(1));
                        INDArray repeats = Views.of(weights, 0, weights.length() / row.length(), row.length());
                        steps.addRow(repeats, row, repeats);
                    }
                    steps.op("softmax", List.of(weights), List.of(weights), 3)
                            .product(weights, part(parts, VALUES), y)
                            .op("permute", List.of(y), List.of(merged(arrays.output(0), shape)), 0, 2, 1, 3);
                })
                .withScratch(signature.output(2), signature.output(1), shape);
    }

    static Kernel gradient(AttentionSpec.Gradient spec, Signature signature) {
        long[] shape = heads(signature.input(3));
        long[] column = {shape[0] * shape[1] * shape[2], 1};
        return PlainKernel.of(signature, (steps, arrays) -> gradient(steps, arrays, shape))
                .withScratch(shape, signature.input(3), signature.input(1), signature.input(1), column)
                .ignoringInputs(0);
    }

    /** dv = P^T dy, dP = dy v^T, dS = P (dP - rowsum(P dP)), dq = dS k, dk = dS^T q. */
    private static void gradient(Steps steps, KernelArrays arrays, long[] shape) {
        INDArray parts = arrays.input(3);
        INDArray weights = arrays.input(1);
        INDArray dy = arrays.scratch(0);
        INDArray dparts = arrays.scratch(1);
        INDArray dscores = arrays.scratch(2);
        INDArray products = arrays.scratch(3);
        INDArray sums = arrays.scratch(4);
        INDArray dq = part(dparts, QUERIES);
        steps.op("permute", List.of(merged(arrays.input(2), shape)), List.of(dy), 0, 2, 1, 3)
                .product(weights, dy, part(dparts, VALUES), true, false)
                .product(dy, part(parts, VALUES), dscores, false, true)
                .arithmetic("multiply", weights, dscores, products)
                .product(Matrix.of(products), arrays.constants().onesColumn(shape[2]), sums)
                .arithmetic("subtract", Matrix.of(dscores), sums, Matrix.of(products))
                .arithmetic("multiply", products, weights, dscores)
                .product(dscores, part(parts, KEYS), dq)
                .affine(dq, 1 / Math.sqrt(shape[3]), 0, dq)
                .product(dscores, part(parts, QUERIES), part(dparts, KEYS), true, false)
                .op("permute", List.of(dparts), List.of(split(arrays.output(0), shape)), 1, 3, 0, 2, 4);
        if (arrays.outputs().length > 1 && arrays.output(1) != null) {
            INDArray dbias = Matrix.row(arrays.output(1));
            long repeats = dscores.length() / dbias.length();
            steps.product(arrays.constants().onesRow(repeats), Views.of(dscores, 0, repeats, dbias.length()), dbias);
        }
    }

    /** [3, B, H, N, d] without the first axis. */
    private static long[] heads(long[] notes) {
        return new long[] {notes[1], notes[2], notes[3], notes[4]};
    }

    private static INDArray part(INDArray parts, int index) {
        long[] shape = heads(parts.shape());
        return Views.of(parts, index * (parts.length() / 3), shape);
    }

    /** [B, N, 3 D] as [B, N, 3, H, d]. */
    private static INDArray split(INDArray qkv, long[] shape) {
        return Views.of(qkv, 0, shape[0], shape[2], 3, shape[1], shape[3]);
    }

    /** [B, N, D] as [B, N, H, d]. */
    private static INDArray merged(INDArray y, long[] shape) {
        return Views.of(y, 0, shape[0], shape[2], shape[1], shape[3]);
    }
}
