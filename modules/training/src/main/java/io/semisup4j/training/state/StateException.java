package io.semisup4j.training.state;

/** A saved state does not contain what a part needs; the message says which value, and what there is. */
public final class StateException extends RuntimeException {
    public StateException(String message) {
        super(message);
    }
}
