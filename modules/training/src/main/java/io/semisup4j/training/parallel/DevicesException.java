package io.semisup4j.training.parallel;

/** A training was asked to run on a number of devices that it cannot use; the message says why and what to do. */
public final class DevicesException extends RuntimeException {
    public DevicesException(String message) {
        super(message);
    }
}
