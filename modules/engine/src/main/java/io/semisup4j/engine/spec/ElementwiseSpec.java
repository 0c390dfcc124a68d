package io.semisup4j.engine.spec;

/** Functions of single elements; formats other than plain pass through where all shapes are equal. */
public sealed interface ElementwiseSpec extends OpSpec {

    /** The four arithmetic operations. */
    enum Arithmetic {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE
    }

    /** Functions of one number. */
    enum Function {
        EXP,
        LOG,
        SQUARE,
        SQRT
    }

    /** a, b; gives a (op) b. Shapes are equal, or b is a row [1, N] or [N], a column [M, 1] or one number [1]. */
    record Binary(Arithmetic operation) implements ElementwiseSpec {
        @Override
        public String opName() {
            return "elementwise." + operation.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** x; gives f(x). */
    record Unary(Function function) implements ElementwiseSpec {
        @Override
        public String opName() {
            return "elementwise." + function.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** x; gives scale * x + shift. */
    record Affine(double scale, double shift) implements ElementwiseSpec {}

    /** x, not negative; gives x to the given power. */
    record Power(double exponent) implements ElementwiseSpec {}

    /** x; gives max(x, minimum). */
    record AtLeast(double minimum) implements ElementwiseSpec {}

    /** x; gives 1 where x > threshold, else 0. */
    record Above(double threshold) implements ElementwiseSpec {}

    /** x; gives max(x, 0). */
    record Relu() implements ElementwiseSpec {}

    /** a, b of one shape; gives max(a + b, 0): the end of a residual block. */
    record AddRelu() implements ElementwiseSpec {}

    /** y, dy; gives dy where y > 0, else 0. */
    record ReluGradient() implements ElementwiseSpec {}

    /** a: a row [N] or [1, N], a column [M, 1] or one number [1]; gives it repeated to the output's shape [M, N]. */
    record Broadcast() implements ElementwiseSpec {}
}
