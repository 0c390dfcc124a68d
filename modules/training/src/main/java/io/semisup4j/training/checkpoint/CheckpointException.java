package io.semisup4j.training.checkpoint;

/** A checkpoint cannot be written, read or used for this run; the message says which, why and what to do. */
public final class CheckpointException extends RuntimeException {
    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
