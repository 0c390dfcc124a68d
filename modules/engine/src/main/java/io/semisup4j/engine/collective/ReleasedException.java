package io.semisup4j.engine.collective;

/** A device was waiting for another one that has failed; the cause is that one's error. */
public final class ReleasedException extends RuntimeException {

    ReleasedException(int rank, int failedRank, Throwable failure) {
        super("device " + rank + " stopped, because device " + failedRank + " failed: " + failure, failure);
    }
}
