package io.semisup4j.data.decode;

/** A file that gives no picture; the message names it, says what is wrong with it and what to do. */
public final class UnreadablePictureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnreadablePictureException(String name, String reason) {
        this(name, reason, null);
    }

    UnreadablePictureException(String name, String reason, Throwable cause) {
        super(
                "the picture " + name + " cannot be read: " + reason
                        + ". Copy or download it again, or take it out of the data set.",
                cause);
        this.reason = reason;
    }

    /** What is wrong with the file, without its name. */
    public String reason() {
        return reason;
    }
}
