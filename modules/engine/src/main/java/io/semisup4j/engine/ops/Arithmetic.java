package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.ElementwiseSpec;
import java.util.Arrays;
import java.util.List;

/**
 * The four operations on two tensors. Both have one shape, or the second is repeated: a row [N] or [1, N], a column [M,
 * 1], or one number [1].
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** a + b. */
    public static Tensor add(Tensor a, Tensor b) {
        return binary(ElementwiseSpec.Arithmetic.ADD, a, b, g -> g, g -> g);
    }

    /** a - b. */
    public static Tensor subtract(Tensor a, Tensor b) {
        return binary(ElementwiseSpec.Arithmetic.SUBTRACT, a, b, g -> g, Elementwise::negate);
    }

    /** a * b, element by element. */
    public static Tensor multiply(Tensor a, Tensor b) {
        return binary(ElementwiseSpec.Arithmetic.MULTIPLY, a, b, g -> multiply(g, b), g -> multiply(g, a));
    }

    /** a / b, element by element. */
    public static Tensor divide(Tensor a, Tensor b) {
        Tensor[] y = new Tensor[1];
        y[0] = binary(
                ElementwiseSpec.Arithmetic.DIVIDE,
                a,
                b,
                g -> divide(g, b),
                g -> Elementwise.negate(divide(multiply(g, y[0]), b)));
        return y[0];
    }

    private interface Partial {
        Tensor apply(Tensor upstream);
    }

    private static Tensor binary(ElementwiseSpec.Arithmetic operation, Tensor a, Tensor b, Partial da, Partial db) {
        if (!repeats(b, a)) {
            throw new IllegalArgumentException(operation + " needs two tensors of one shape, or a row, a column or one"
                    + " number as the second, not " + a + " and " + b);
        }
        return a.graph()
                .apply(new ElementwiseSpec.Binary(operation), List.of(a, b), List.of(a.shape()), upstream -> {
                    Tensor g = upstream.get(0);
                    return Arrays.asList(
                            a.needsGradient() ? da.apply(g) : null,
                            b.needsGradient() ? summedTo(b, db.apply(g)) : null);
                })
                .get(0);
    }

    private static boolean repeats(Tensor b, Tensor a) {
        return b.hasShape(a.shape()) || b.length() == 1 || isRow(b, a) || (a.rank() == 2 && b.hasShape(a.size(0), 1));
    }

    private static boolean isRow(Tensor b, Tensor a) {
        return b.hasShape(a.size(-1)) || b.hasShape(1, a.size(-1));
    }

    /** Adds up the gradient of a repeated operand over its repetitions. */
    private static Tensor summedTo(Tensor b, Tensor gradient) {
        if (b.hasShape(gradient.shape())) {
            return gradient;
        }
        Tensor sum = b.length() == 1
                ? Sums.all(gradient)
                : isRow(b, gradient) ? Sums.columns(gradient) : Sums.rows(gradient);
        return Shapes.reshape(sum, b.shape());
    }
}
