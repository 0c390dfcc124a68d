package io.semisup4j.engine.ops;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.ElementwiseSpec;
import io.semisup4j.engine.spec.ElementwiseSpec.Function;
import io.semisup4j.engine.spec.OpSpec;
import java.util.List;

/** Functions of single elements. */
public final class Elementwise {
    private Elementwise() {}

    /** scale * x + shift. */
    public static Tensor affine(Tensor x, double scale, double shift) {
        return unary(x, new ElementwiseSpec.Affine(scale, shift), g -> multiply(g, scale));
    }

    /** factor * x. */
    public static Tensor multiply(Tensor x, double factor) {
        return affine(x, factor, 0);
    }

    /** -x. */
    public static Tensor negate(Tensor x) {
        return affine(x, -1, 0);
    }

    /** e^x. */
    public static Tensor exp(Tensor x) {
        Tensor[] y = new Tensor[1];
        y[0] = unary(x, new ElementwiseSpec.Unary(Function.EXP), g -> Arithmetic.multiply(g, y[0]));
        return y[0];
    }

    /** Natural logarithm; x must be positive. */
    public static Tensor log(Tensor x) {
        return unary(x, new ElementwiseSpec.Unary(Function.LOG), g -> Arithmetic.divide(g, x));
    }

    /** x^2. */
    public static Tensor square(Tensor x) {
        return unary(x, new ElementwiseSpec.Unary(Function.SQUARE), g -> multiply(Arithmetic.multiply(g, x), 2));
    }

    /** Square root; x must be positive where a gradient is asked for. */
    public static Tensor sqrt(Tensor x) {
        Tensor[] y = new Tensor[1];
        y[0] = unary(x, new ElementwiseSpec.Unary(Function.SQRT), g -> multiply(Arithmetic.divide(g, y[0]), 0.5));
        return y[0];
    }

    /** x^exponent for x of at least 0; an exponent below 1 has no gradient at 0. */
    public static Tensor power(Tensor x, double exponent) {
        return unary(
                x,
                new ElementwiseSpec.Power(exponent),
                g -> multiply(Arithmetic.multiply(g, power(x, exponent - 1)), exponent));
    }

    /** max(x, minimum); no gradient where the minimum was taken. */
    public static Tensor atLeast(Tensor x, double minimum) {
        return unary(x, new ElementwiseSpec.AtLeast(minimum), g -> Arithmetic.multiply(g, above(x, minimum)));
    }

    /** 1 where x > threshold, else 0; no gradient. */
    public static Tensor above(Tensor x, double threshold) {
        return x.graph()
                .apply(new ElementwiseSpec.Above(threshold), List.of(x), List.of(x.shape()), null)
                .get(0);
    }

    /** max(x, 0). */
    public static Tensor relu(Tensor x) {
        Tensor[] y = new Tensor[1];
        y[0] = unary(x, new ElementwiseSpec.Relu(), g -> reluGradient(y[0], g));
        return y[0];
    }

    /** max(a + b, 0), the end of a residual block. */
    public static Tensor addRelu(Tensor a, Tensor b) {
        Tensor[] y = new Tensor[1];
        y[0] = a.graph()
                .apply(new ElementwiseSpec.AddRelu(), List.of(a, b), List.of(a.shape()), upstream -> {
                    Tensor gradient = reluGradient(y[0], upstream.get(0));
                    return List.of(gradient, gradient);
                })
                .get(0);
        return y[0];
    }

    private static Tensor reluGradient(Tensor y, Tensor dy) {
        return y.graph()
                .apply(new ElementwiseSpec.ReluGradient(), List.of(y, dy), List.of(y.shape()), null)
                .get(0);
    }

    private static Tensor unary(Tensor x, OpSpec spec, java.util.function.UnaryOperator<Tensor> gradient) {
        return x.graph()
                .apply(spec, List.of(x), List.of(x.shape()), upstream -> List.of(gradient.apply(upstream.get(0))))
                .get(0);
    }
}
