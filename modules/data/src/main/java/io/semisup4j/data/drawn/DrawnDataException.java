package io.semisup4j.data.drawn;

/** A drawn set that cannot be made; the message is a sentence for the person who asked for it. */
public final class DrawnDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DrawnDataException(String message) {
        super(message);
    }

    DrawnDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
