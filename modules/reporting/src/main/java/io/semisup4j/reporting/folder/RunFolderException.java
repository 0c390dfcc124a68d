package io.semisup4j.reporting.folder;

/** A run folder that cannot be used; the message is a sentence for the user that says what to do. */
public final class RunFolderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a whole sentence for the user. */
    public RunFolderException(String message) {
        super(message);
    }
}
