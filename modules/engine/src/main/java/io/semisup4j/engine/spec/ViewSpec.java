package io.semisup4j.engine.spec;

/** Other readings of the same memory; a plan runs nothing for them. */
public sealed interface ViewSpec extends OpSpec {

    /** Elements of the input that come before the view's first one. */
    long offset();

    /** x; gives its elements in another shape. */
    record Reshape() implements ViewSpec {
        @Override
        public long offset() {
            return 0;
        }
    }

    /** x; gives a run of its first-axis rows, the first of which is {@code offset} elements from the beginning. */
    record Slice(long offset) implements ViewSpec {}
}
