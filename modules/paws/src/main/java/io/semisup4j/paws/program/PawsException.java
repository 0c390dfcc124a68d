package io.semisup4j.paws.program;

/** Something that a user can mend before a program of PAWS can run; the message is a sentence that says how. */
public final class PawsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PawsException(String message) {
        super(message);
    }
}
