package io.semisup4j.engine.collective;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs the same work on a thread for each device. */
final class Together {
    private static final int PATIENCE_SECONDS = 60;

    private Together() {}

    /** What every device gives, in order; a device that fails fails the exchange. */
    static <T> List<T> run(int devices, Function<Group, T> work) throws Exception {
        Exchange exchange = new Exchange(devices);
        ExecutorService threads = Executors.newFixedThreadPool(devices);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Group group : exchange.groups()) {
                futures.add(threads.submit(() -> {
                    try {
                        return work.apply(group);
                    } catch (Throwable thrown) {
                        exchange.fail(group.rank(), thrown);
                        throw thrown;
                    }
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
