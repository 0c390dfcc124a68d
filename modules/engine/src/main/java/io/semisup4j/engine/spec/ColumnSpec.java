package io.semisup4j.engine.spec;

/** Cutting and joining matrices side by side. */
public sealed interface ColumnSpec extends OpSpec {

    /** any number of matrices [M, N_i]; gives them side by side, [M, sum N_i]. */
    record Concat() implements ColumnSpec {}

    /** x [M, N]; gives as many columns as the output has, the first of which is {@code from}. */
    record Cut(long from) implements ColumnSpec {}

    /** x [M, N]; gives {@code before} columns of zeros, x, and as many columns of zeros as the output still has. */
    record Pad(long before) implements ColumnSpec {}
}
