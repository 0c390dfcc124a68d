package io.semisup4j.engine.spec;

/** Reordering of axes. */
public sealed interface TransposeSpec extends OpSpec {

    /** x [A, B, C, D]; gives [A, C, B, D]. */
    record SwapMiddle() implements TransposeSpec {}
}
