package io.semisup4j.engine.kernels;

import java.util.Collections;
import java.util.List;

/** Formats of a kernel's inputs and outputs, in order; {@link Format#NOTHING} for an input that it does not read. */
public record Formats(List<Format> inputs, List<Format> outputs) {
    public Formats {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Everything plain. */
    public static Formats plain(Signature signature) {
        return new Formats(
                Collections.nCopies(signature.inputs().size(), Format.PLAIN),
                Collections.nCopies(signature.outputs().size(), Format.PLAIN));
    }
}
