package io.semisup4j.training.memory;

/** A stage does not fit into the memory; the message says what it needs, what there is, and what would fit. */
public final class MemoryException extends RuntimeException {
    public MemoryException(String message) {
        super(message);
    }
}
