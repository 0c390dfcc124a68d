package io.semisup4j.training.optimiser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Threads that share tasks which do not depend on each other, so that the result is the same for any number of threads.
 * They are daemons and end one after the other when nothing is asked of them.
 */
final class Team {
    // Waking a thread takes some 50 microseconds, in which one alone updates four stretches.
    private static final int FEW = 4;

    private final int threads;
    private final ForkJoinPool helpers;

    /** Of so many threads, at least 1; the calling thread is one of them. */
    Team(int threads) {
        this.threads = threads;
        this.helpers = new ForkJoinPool(Math.max(1, threads - 1));
    }

    /** Runs the task for every element; few elements on the calling thread alone. */
    <T> void each(List<T> elements, Consumer<T> task) {
        if (threads == 1 || elements.size() < FEW) {
            elements.forEach(task);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            for (int i = next.getAndIncrement(); i < elements.size(); i = next.getAndIncrement()) {
                task.accept(elements.get(i));
            }
        };
        List<ForkJoinTask<?>> shares = new ArrayList<>();
        for (int helper = 1; helper < threads; helper++) {
            shares.add(helpers.submit(share));
        }
        try {
            share.run();
        } finally {
            shares.forEach(ForkJoinTask::quietlyJoin);
        }
        // Throws what a helper has thrown.
        shares.forEach(ForkJoinTask::join);
    }
}
