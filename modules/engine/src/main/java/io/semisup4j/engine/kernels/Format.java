package io.semisup4j.engine.kernels;

/**
 * How an intermediate tensor lies in memory: element order and number format. The logical shape never changes; a plan
 * settles the format of every intermediate from what the kernels on both sides want and inserts reorders where they
 * differ. Providers define further formats, for example channel-blocked or bf16; formats are compared by equality.
 */
public interface Format {

    /** Row-major in the logical shape and the graph's own number format; what inputs, parameters and outputs have. */
    Format PLAIN = new Format() {
        @Override
        public long storage(long[] shape) {
            long elements = 1;
            for (long extent : shape) {
                elements = Math.multiplyExact(elements, extent);
            }
            return elements;
        }

        @Override
        public String toString() {
            return "plain";
        }
    };

    /**
     * Of an output: nothing is stored, for the kernel has no notes to keep for its gradient. Of an input: the kernel does
     * not read it, so that its memory is free after its last reader.
     */
    Format NOTHING = new Format() {
        @Override
        public long storage(long[] shape) {
            return 0;
        }

        @Override
        public String toString() {
            return "nothing";
        }
    };

    /**
     * Whether the elements follow each other as in the logical shape, so that another shape of as many elements can be
     * read in the same format.
     */
    default boolean rowMajor() {
        return this == PLAIN;
    }

    /** Elements of the graph's number format that a tensor of this logical shape occupies. */
    long storage(long[] shape);
}
