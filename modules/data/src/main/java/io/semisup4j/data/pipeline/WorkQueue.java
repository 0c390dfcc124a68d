package io.semisup4j.data.pipeline;

import io.semisup4j.data.dataset.DataException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Begun batches in order: threads take their pieces from the front, the consumer takes the front one when it is finished. */
final class WorkQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workAdded = lock.newCondition();
    private final Condition batchFinished = lock.newCondition();
    private final Deque<Slot> begun = new ArrayDeque<>();
    private boolean closed;

    void add(Slot slot) {
        lock.lock();
        try {
            begun.add(slot);
            workAdded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            workAdded.signalAll();
            batchFinished.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Makes pieces until the queue is closed or this thread interrupted. */
    void workUntilClosed() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Slot slot = firstWithWork();
                if (slot == null) {
                    workAdded.await();
                } else {
                    makeOne(slot);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes all pieces of the oldest batch in this thread. */
    void workOnOldest() {
        lock.lock();
        try {
            Slot oldest = begun.element();
            while (!closed && oldest.hasWork()) {
                makeOne(oldest);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The oldest batch as soon as it is finished, out of the queue; null if the queue is closed. */
    Slot awaitOldest() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && !begun.element().finished()) {
                batchFinished.await();
            }
            return closed ? null : begun.remove();
        } finally {
            lock.unlock();
        }
    }

    private Slot firstWithWork() {
        for (Slot slot : begun) {
            if (slot.hasWork()) {
                return slot;
            }
        }
        return null;
    }

    /** Makes the next piece of a slot, without the lock while views are made. */
    private void makeOne(Slot slot) {
        int piece = slot.take();
        DataException failed;
        lock.unlock();
        try {
            failed = slot.make(piece);
        } finally {
            lock.lock();
        }
        slot.finish(piece, failed);
        if (slot.finished()) {
            batchFinished.signalAll();
        }
    }
}
