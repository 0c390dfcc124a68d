package io.semisup4j.weights;

import java.util.List;
import java.util.function.Supplier;

/** What is wrong with a weight file or with its fit to a network, as a sentence for the person who chose the file. */
public final class WeightsException extends RuntimeException {
    private final transient List<String> details;

    public WeightsException(String message) {
        this(message, List.of());
    }

    public WeightsException(String message, Throwable cause) {
        super(message, cause);
        this.details = List.of();
    }

    /** @param details the complete list behind a message that had to be shortened, one difference an entry */
    public WeightsException(String message, List<String> details) {
        super(message);
        this.details = List.copyOf(details);
    }

    private WeightsException(String place, WeightsException cause) {
        super(place + ": " + cause.getMessage(), cause);
        this.details = cause.details();
    }

    /** Runs a reading step; what goes wrong in it is told with the place in front, for example a file and a tensor. */
    public static <T> T at(String place, Supplier<T> step) {
        try {
            return step.get();
        } catch (WeightsException e) {
            throw new WeightsException(place, e);
        }
    }

    /** Everything that the message summarises; empty when the message already says all. */
    public List<String> details() {
        return details == null ? List.of() : details;
    }
}
