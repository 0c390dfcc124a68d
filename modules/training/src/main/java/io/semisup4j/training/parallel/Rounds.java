package io.semisup4j.training.parallel;

import io.semisup4j.training.loop.StepResult;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Who waits for whom while devices train. A round is one step: the loop asks for it, the wrapper hands it to every
 * worker, the workers compute gradients, the wrapper averages them, the workers go on to their optimisers, the loop
 * gets the results. A failure ends every wait.
 */
final class Rounds {
    private final int devices;
    private final StepResult[] results;
    private final boolean[] started;
    private boolean open;
    private boolean averaged;
    private boolean closed;
    private long step;
    private int ready;
    private int handed;
    private int arrived;
    private int finished;
    private Throwable failure;

    Rounds(int devices) {
        this.devices = devices;
        this.results = new StepResult[devices];
        this.started = new boolean[devices];
    }

    // The loop.

    /** Waits until every worker has its replica. */
    synchronized void awaitReady() {
        await(() -> ready == devices);
        rethrow();
    }

    /** Has every worker do a step. */
    synchronized StepResult[] run(long wanted) {
        rethrow();
        step = wanted;
        handed = 0;
        arrived = 0;
        finished = 0;
        averaged = false;
        Arrays.fill(started, false);
        open = true;
        notifyAll();
        await(() -> finished == devices);
        rethrow();
        open = false;
        return results.clone();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    // The wrapper.

    /**
     * Whether a worker is to be given work; waits for the next round once all of this one is handed out and averaged.
     * The wrapper asks this when it has averaged, so it also sends the workers on.
     */
    synchronized boolean hasWork() {
        if (open && handed == devices && arrived < devices) {
            return false; // asked before the workers have begun
        }
        if (open && handed == devices && !averaged) {
            averaged = true;
            notifyAll();
        }
        await(() -> closed || open && handed < devices);
        return failure == null && !closed;
    }

    synchronized void hand() {
        handed++;
    }

    synchronized void start(int rank) {
        started[rank] = true;
        notifyAll();
    }

    /** Waits until every worker has gradients to average. */
    synchronized void awaitArrivals() {
        await(() -> arrived == devices);
        rethrow();
    }

    // The workers.

    synchronized void ready() {
        ready++;
        notifyAll();
    }

    /** Waits for work; false if there will be none. */
    synchronized boolean awaitWork(int rank) {
        await(() -> closed || started[rank]);
        boolean work = failure == null && !closed;
        started[rank] = false;
        return work;
    }

    synchronized long step() {
        return step;
    }

    /** Offers gradients and waits until they are averaged. */
    synchronized void awaitAverage() {
        arrived++;
        notifyAll();
        await(() -> averaged);
        if (failure != null) {
            throw new IllegalStateException("this device stopped, because the training failed elsewhere", failure);
        }
    }

    synchronized void finish(int rank, StepResult result) {
        results[rank] = result;
        finished++;
        notifyAll();
    }

    // Everybody.

    /** Ends every wait; only the first failure counts. */
    synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
            notifyAll();
        }
    }

    private void await(BooleanSupplier condition) {
        while (failure == null && !condition.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail(new IllegalStateException("the training was interrupted", e));
            }
        }
    }

    /** The failure itself, so that whoever started the training sees what one device alone would have thrown. */
    private void rethrow() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
