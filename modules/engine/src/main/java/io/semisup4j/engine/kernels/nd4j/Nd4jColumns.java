package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.ColumnSpec;
import io.semisup4j.engine.spec.TransposeSpec;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Copies between a matrix and a run of its columns, and between orders of axes. */
final class Nd4jColumns {
    private static final int SIDE_BY_SIDE = 1;

    private Nd4jColumns() {}

    static Kernel concat(ColumnSpec.Concat spec, Signature signature) {
        return PlainKernel.of(
                signature,
                (steps, arrays) ->
                        steps.op("concat", Arrays.asList(arrays.inputs()), List.of(arrays.output(0)), SIDE_BY_SIDE));
    }

    static Kernel cut(ColumnSpec.Cut spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
            INDArray y = arrays.output(0);
            INDArray inside = columns(arrays.input(0), spec.from(), y.size(1));
            steps.then(() -> y.assign(inside));
        });
    }

    static Kernel pad(ColumnSpec.Pad spec, Signature signature) {
        return PlainKernel.of(signature, (steps, arrays) -> {
            INDArray x = arrays.input(0);
            INDArray y = arrays.output(0);
            INDArray inside = columns(y, spec.before(), x.size(1));
            steps.then(() -> y.assign(0)).then(() -> inside.assign(x));
        });
    }

    static Kernel swapMiddle(TransposeSpec.SwapMiddle spec, Signature signature) {
        return PlainKernel.of(
                signature,
                (steps, arrays) ->
                        steps.op("permute", List.of(arrays.input(0)), List.of(arrays.output(0)), 0, 2, 1, 3));
    }

    private static INDArray columns(INDArray matrix, long from, long count) {
        return matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + count));
    }
}
