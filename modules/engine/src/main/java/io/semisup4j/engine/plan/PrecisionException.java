package io.semisup4j.engine.plan;

/** A precision was asked for that cannot be had; the message says why and what to do. */
public final class PrecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PrecisionException(String message) {
        super(message);
    }
}
