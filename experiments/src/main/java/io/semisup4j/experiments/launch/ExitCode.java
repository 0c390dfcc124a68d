package io.semisup4j.experiments.launch;

/** What the process tells its caller. */
final class ExitCode {
    static final int SUCCESS = 0;
    /** A programming error, or a machine that gave up. */
    static final int FAILURE = 1;
    /** Something that the user can mend: a name, a value, a folder, a file. */
    static final int MISTAKE = 2;
    /** Stopped on request with the state saved, as shells number an interrupt. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
