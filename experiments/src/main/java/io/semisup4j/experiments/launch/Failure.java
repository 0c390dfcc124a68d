package io.semisup4j.experiments.launch;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What an exception means for the user. Exceptions that this project declares carry a sentence for people and are
 * something the user can mend; an I/O error is the machine's; anything else is a programming error.
 *
 * @param exitCode what the process returns
 * @param sentence what the console shows
 */
record Failure(int exitCode, String sentence) {
    private static final String OWN = "io.semisup4j.";

    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith(OWN)) {
                return new Failure(ExitCode.MISTAKE, cause.getMessage());
            }
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            return new Failure(
                    ExitCode.FAILURE,
                    "Reading or writing failed: " + told(thrown) + ". What was saved before is untouched: make room on"
                            + " the disk or make the folder writable, then start the same command again.");
        }
        if (thrown instanceof OutOfMemoryError) {
            String sentence =
                    "The memory is used up (" + thrown.getMessage() + "). Use a smaller batch, or more memory: "
                            + "-Xmx for Java and -Dorg.bytedeco.javacpp.maxbytes for tensors, in .mvn/jvm.config.";
            return new Failure(ExitCode.FAILURE, sentence);
        }
        return new Failure(ExitCode.FAILURE, "An error in semisup4j itself stopped the run: " + thrown + ".");
    }

    /** What this project says was being done, if it does, and the file system's own words. */
    private static String told(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean said = cause != null && !cause.toString().equals(thrown.getMessage());
        return said ? thrown.getMessage() + " (" + innermost(thrown) + ")" : innermost(thrown);
    }

    /** The file system's own words without the wrapping. */
    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
