package io.semisup4j.data.pipeline;

import io.semisup4j.data.dataset.DataException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the batches of consecutive training steps ahead of their use. For one consumer: {@link #next} is called from one
 * thread; {@link #close} from any, also while the consumer waits. Batches, and the failure of a view, are the same for
 * every {@link LoaderOptions}; a loader that begins at step k gives what an unbroken one gives from step k on.
 */
public final class ViewLoader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewLoader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BatchSource source;
    private final long end;
    private final WorkQueue queue = new WorkQueue();
    private final List<Thread> threads = new ArrayList<>();
    private final Deque<Slot> free = new ArrayDeque<>();
    private long nextPlanned;
    private long nextStep;
    private Slot lent;
    private long waitedNanos;

    /**
     * Begins to make batches.
     *
     * @param source the batch of each step
     * @param seed first key of every view's draws
     * @param start the first step
     * @param end the step after the last one
     */
    public ViewLoader(BatchSource source, long seed, long start, long end, LoaderOptions options) {
        if (start < 0 || start > end) {
            throw new IllegalArgumentException("batches of steps " + start + " to " + end
                    + " were asked for; the first must be at least 0 and not beyond the end");
        }
        this.source = source;
        this.end = end;
        this.nextPlanned = start;
        this.nextStep = start;
        int slots = options.threads() == 0 ? 1 : options.ahead() + 1;
        for (int i = 0; i < slots; i++) {
            free.add(new Slot(seed));
        }
        if (options.threads() > 0) {
            planAhead();
        }
        for (int i = 0; i < options.threads(); i++) {
            threads.add(started("views-" + i));
        }
    }

    private Thread started(String name) {
        Thread thread = new Thread(
                () -> {
                    try {
                        queue.workUntilClosed();
                    } catch (InterruptedException e) {
                        LOG.debug("{} was interrupted and ends", name);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Whether a step is left. */
    public boolean hasNext() {
        return nextStep < end;
    }

    /**
     * The batch of the next step. The arrays of the batch before it go back to the loader.
     *
     * @throws DataException if a view could not be made, naming step, row and picture, or if this thread is interrupted
     *     while it waits; the loader is closed then
     * @throws IllegalStateException if the loader is closed, also while this call waits
     * @throws NoSuchElementException if no step is left
     */
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the batch of the last step, " + (end - 1) + ", has been handed out");
        }
        long started = System.nanoTime();
        boolean succeeded = false;
        try {
            if (lent != null) {
                free.add(lent);
                lent = null;
            }
            planAhead();
            lent = finished();
            Batch batch = lent.batch();
            nextStep++;
            succeeded = true;
            return batch;
        } finally {
            waitedNanos += System.nanoTime() - started;
            if (!succeeded) {
                close();
            }
        }
    }

    /** Begins a batch in every free slot. */
    private void planAhead() {
        while (!free.isEmpty() && nextPlanned < end) {
            BatchPlan plan = source.plan(nextPlanned);
            Slot slot = free.remove();
            slot.begin(nextPlanned++, plan);
            queue.add(slot);
        }
    }

    private Slot finished() {
        try {
            if (threads.isEmpty()) {
                queue.workOnOldest();
            }
            Slot slot = queue.awaitOldest();
            if (slot == null) {
                throw new IllegalStateException("the loader was closed before the batch of step " + nextStep);
            }
            return slot;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException("waiting for the batch of step " + nextStep + " was interrupted.", e);
        }
    }

    /** Time spent in {@link #next} so far: for the consumer, time in which it could not train. */
    public Duration waited() {
        return Duration.ofNanos(waitedNanos);
    }

    /** Ends the threads as soon as the views in their hands are made. Closing twice does nothing. */
    @Override
    public void close() {
        queue.close();
        threads.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
                if (thread.isAlive()) {
                    LOG.warn(
                            "{} still makes a view after {} s and is left alone",
                            thread.getName(),
                            PATIENCE.toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The threads end all the same.
        }
    }
}
