package io.semisup4j.experiments.bench.process;

/** A benchmark cannot go on; the message says why and what can be done. */
public final class BenchmarkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a full sentence. */
    public BenchmarkException(String message) {
        super(message);
    }
}
