package io.semisup4j.training.memory;

import java.util.List;

/** A stage does not fit into the memory; the message says what it needs, what there is, and what would fit. */
public final class MemoryException extends RuntimeException {
    public MemoryException(String message) {
        super(message);
    }

    /**
     * The refusal of a stage.
     *
     * @param stage what is trained, in words that begin a sentence
     * @param step what one step reads, in words
     * @param shortages a phrase for every limit that is exceeded
     * @param remedies settings as they are written on the command line, each enough by itself
     */
    public static MemoryException of(
            String stage, String step, MemoryNeed need, List<String> shortages, List<String> remedies) {
        String help = remedies.isEmpty()
                ? "No batch of this network fits here: choose a smaller backbone, smaller views or a larger machine."
                : "It would fit with " + String.join(", or with ", remedies) + ".";
        return new MemoryException(stage + " does not fit into the memory: one step reads " + step + " and takes "
                + need + ", but " + String.join("; ", shortages) + ". " + help);
    }
}
