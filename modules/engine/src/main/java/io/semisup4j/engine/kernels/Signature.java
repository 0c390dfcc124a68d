package io.semisup4j.engine.kernels;

import io.semisup4j.engine.spec.OpSpec;
import java.util.Collections;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What a provider must know of an operation's arrays to choose a kernel.
 *
 * @param type number format of the graph
 * @param precision what intermediate tensors may be rounded to
 * @param inputs logical shapes of the inputs
 * @param inputFormats the formats in which the inputs lie when the operation is reached; a kernel that asks for others
 *     costs a reorder
 * @param outputs logical shapes of the outputs
 * @param wanted for every output, whether anybody reads it; an unwanted output has no array and need not be computed
 * @param readers for every output, the operations that read it, views passed over; a caller who asked for it is a view
 */
public record Signature(
        DataType type,
        Precision precision,
        List<long[]> inputs,
        List<Format> inputFormats,
        List<long[]> outputs,
        List<Boolean> wanted,
        List<List<OpSpec>> readers) {

    /** Everything plain, wanted and in full precision. */
    public static Signature plain(DataType type, List<long[]> inputs, List<long[]> outputs) {
        return new Signature(
                type,
                Precision.FULL,
                inputs,
                Collections.nCopies(inputs.size(), Format.PLAIN),
                outputs,
                Collections.nCopies(outputs.size(), true),
                Collections.nCopies(outputs.size(), List.of()));
    }

    public long[] input(int index) {
        return inputs.get(index);
    }

    public long[] output(int index) {
        return outputs.get(index);
    }
}
