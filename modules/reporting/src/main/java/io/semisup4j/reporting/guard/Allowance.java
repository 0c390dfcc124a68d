package io.semisup4j.reporting.guard;

import java.util.function.LongSupplier;

/**
 * A share of the passing time that may be spent on something that is nice to have. Each piece of work is timed; the next
 * one is affordable as soon as all of them together are within the share again.
 */
public final class Allowance {
    private static final double NANOS = 1e9;

    private final double share;
    private final double graceSeconds;
    private final LongSupplier nanoTime;
    private final long begin;
    private long spent;

    /**
     * Begins to count.
     *
     * @param share part of the time since now that may be spent, above 0
     * @param graceSeconds what may be spent before any time has passed
     */
    public Allowance(double share, double graceSeconds) {
        this(share, graceSeconds, System::nanoTime);
    }

    Allowance(double share, double graceSeconds, LongSupplier nanoTime) {
        this.share = share;
        this.graceSeconds = graceSeconds;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    /** Whether work may be done now. */
    public boolean affords() {
        double elapsed = (nanoTime.getAsLong() - begin) / NANOS;
        return spent / NANOS <= share * elapsed + graceSeconds;
    }

    /** Does the work, whether affordable or not, and counts its time. */
    public void spend(Runnable work) {
        long start = nanoTime.getAsLong();
        try {
            work.run();
        } finally {
            spent += nanoTime.getAsLong() - start;
        }
    }
}
