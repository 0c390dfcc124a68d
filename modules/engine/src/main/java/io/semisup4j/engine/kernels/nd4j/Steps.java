package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.flat.Views;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.factory.Nd4j;

/** A chain of native ND4J calls, each bound once to its arrays. */
final class Steps {
    private final List<Runnable> steps = new ArrayList<>();

    /** A custom op with integer arguments. */
    Steps op(String name, List<INDArray> in, List<INDArray> out, int... integers) {
        return op(name, in, out, integers, new double[0]);
    }

    /** A custom op with integer and floating-point arguments. */
    Steps op(String name, List<INDArray> in, List<INDArray> out, int[] integers, double[] reals) {
        INDArray[] inputs = in.toArray(INDArray[]::new);
        INDArray[] outputs = out.toArray(INDArray[]::new);
        CustomOp op = DynamicCustomOp.builder(name)
                .addInputs(inputs)
                .addOutputs(outputs)
                .addIntegerArguments(integers)
                .addFloatingPointArguments(boxed(reals))
                .build();
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(outputs);
        context.setIArguments(op.iArgs());
        context.setTArguments(op.tArgs());
        steps.add(() -> Nd4j.getExecutioner().exec(op, context));
        return this;
    }

    /** One of ND4J's older ops, which carry their arrays. */
    Steps op(Op op) {
        steps.add(() -> Nd4j.getExecutioner().exec(op));
        return this;
    }

    Steps then(Runnable step) {
        steps.add(step);
        return this;
    }

    /**
     * c = op(a) op(b) for matrices, or for row-major batches of them, [..., M, N]. A batch is multiplied one by one: the
     * native op's loops over whole batches are slower.
     */
    Steps product(INDArray a, INDArray b, INDArray c, boolean transposeA, boolean transposeB) {
        if (c.rank() == 2) {
            return op("matmul", List.of(a, b), List.of(c), transposeA ? 1 : 0, transposeB ? 1 : 0);
        }
        long batch = c.length() / (c.size(-2) * c.size(-1));
        for (long i = 0; i < batch; i++) {
            product(matrix(a, i), matrix(b, i), matrix(c, i), transposeA, transposeB);
        }
        return this;
    }

    private static INDArray matrix(INDArray batch, long index) {
        long rows = batch.size(-2);
        long columns = batch.size(-1);
        return Views.of(batch, index * rows * columns, rows, columns);
    }

    Steps product(INDArray a, INDArray b, INDArray c) {
        return product(a, b, c, false, false);
    }

    /** y = x + row for every row of x [R, C], in place if x is y; the only broadcast that is fast in place. */
    Steps addRow(INDArray x, INDArray row, INDArray y) {
        return op("biasadd", List.of(x, Views.of(row, 0, row.length())), List.of(y));
    }

    /**
     * {@code add}, {@code subtract}, {@code multiply} or {@code divide}, with broadcasting of b; a broadcast in place, c
     * being a, takes three to seven times as long.
     */
    Steps arithmetic(String name, INDArray a, INDArray b, INDArray c) {
        return op(name, List.of(a, b), List.of(c));
    }

    /** y = scale * x + shift. */
    Steps affine(INDArray x, double scale, double shift, INDArray y) {
        if (scale == 1 && shift != 0) {
            return op(new ScalarAdd(x, null, y, shift));
        }
        op(new ScalarMultiplication(x, null, y, scale));
        return shift == 0 ? this : op(new ScalarAdd(y, null, y, shift));
    }

    /** The chain as one runnable. */
    Runnable chain() {
        if (steps.size() == 1) {
            return steps.get(0);
        }
        Runnable[] fixed = steps.toArray(Runnable[]::new);
        return () -> {
            for (Runnable step : fixed) {
                step.run();
            }
        };
    }

    private static Double[] boxed(double[] values) {
        return java.util.Arrays.stream(values).boxed().toArray(Double[]::new);
    }
}
