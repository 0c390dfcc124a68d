package io.semisup4j.training.loop;

/** Asks a loop from any thread to end after its current step, with its state saved. */
public final class StopSignal {
    private volatile boolean requested;

    /** Asks to stop; asking again changes nothing. */
    public void request() {
        requested = true;
    }

    /** Whether somebody asked. */
    public boolean requested() {
        return requested;
    }
}
