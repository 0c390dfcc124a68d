package io.semisup4j.engine.spec;

/** Matrix products and sums over the axes of matrices. */
public sealed interface MatrixSpec extends OpSpec {

    /** a, b; gives op(a) op(b), where op transposes if asked to. */
    record Product(boolean transposeA, boolean transposeB) implements MatrixSpec {}

    /** x [M, K], w [N, K], b [N]; gives x w^T + b, [M, N]. */
    record Linear() implements MatrixSpec {}

    /** x [M, K], w [N, K], dy [M, N]; gives dx [M, K] and dw [N, K], each only if somebody reads it. */
    record LinearGradient() implements MatrixSpec {}

    /** a of any shape [..., N] read as a matrix; gives the sum of its rows, [N]. */
    record ColumnSum() implements MatrixSpec {}

    /** a [M, N]; gives the sum of every row, [M, 1]. */
    record RowSum() implements MatrixSpec {}
}
