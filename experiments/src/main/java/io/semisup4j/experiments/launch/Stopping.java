package io.semisup4j.experiments.launch;

import io.semisup4j.training.loop.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: asks the training to stop after its step, and keeps the process alive until the state is saved or
 * the patience is over.
 */
final class Stopping {
    private static final long PATIENCE_SECONDS = 300;

    private final StopSignal signal = new StopSignal();
    private final CountDownLatch finished = new CountDownLatch(1);

    StopSignal signal() {
        return signal;
    }

    /** Listens to the end of the process until {@link #finished} is called. */
    void listen(Console console) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(console), "stop"));
    }

    /** The run is over; the process may end. */
    void finished() {
        finished.countDown();
    }

    private void stop(Console console) {
        if (finished.getCount() == 0) {
            return;
        }
        signal.request();
        console.error(System.lineSeparator() + "Stopping after this step, to save the state.");
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                console.error("The step did not end within " + PATIENCE_SECONDS
                        + " s; the state is that of the last checkpoint.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
