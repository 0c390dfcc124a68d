package io.semisup4j.engine.spec;

/**
 * Functions of every row of a matrix [M, N], softmax of the last axis of any array, and moving whole rows (first-axis
 * slices of any rank).
 */
public sealed interface RowSpec extends OpSpec {

    /** x; gives softmax along the last axis. */
    record Softmax() implements RowSpec {}

    /** y, dy; gives dx. */
    record SoftmaxGradient() implements RowSpec {}

    /** x; gives log softmax along the last axis. */
    record LogSoftmax() implements RowSpec {}

    /** y, dy; gives dx. */
    record LogSoftmaxGradient() implements RowSpec {}

    /** x; gives every row divided by max(its Euclidean norm, epsilon), and those divisors [M, 1]. */
    record Normalise(double epsilon) implements RowSpec {}

    /** y, divisors, dy; gives dx. Rows at or below epsilon were divided by a constant. */
    record NormaliseGradient(double epsilon) implements RowSpec {}

    /** any number of arrays; gives them one below the other. */
    record Concat() implements RowSpec {}

    /** x; gives {@code before} rows of zeros, x, and as many rows of zeros as the output still has. */
    record Pad(long before) implements RowSpec {}
}
