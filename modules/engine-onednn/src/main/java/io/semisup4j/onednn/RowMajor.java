package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import org.bytedeco.dnnl.memory;

/** The order of plain arrays in numbers other than theirs; for matrices and tokens. */
record RowMajor(NumberFormat numbers) implements Format {

    /** The format of matrices in these numbers. */
    static Format of(NumberFormat numbers) {
        return numbers == NumberFormat.FLOAT32 ? PLAIN : new RowMajor(numbers);
    }

    /** The numbers of an array in plain or row-major order. */
    static NumberFormat numbers(Format format) {
        return format instanceof RowMajor rows ? rows.numbers : NumberFormat.FLOAT32;
    }

    /** All numbers as one vector. */
    memory.desc descriptor(long[] shape) {
        return Descriptors.vector(Descriptors.length(shape), numbers);
    }

    @Override
    public boolean rowMajor() {
        return true;
    }

    @Override
    public long storage(long[] shape) {
        return Descriptors.floats(descriptor(shape));
    }

    @Override
    public String toString() {
        return "plain." + numbers.type.name();
    }
}
