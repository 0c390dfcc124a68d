package io.semisup4j.training.parallel;

import io.semisup4j.engine.collective.Exchange;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.state.Stateful;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several devices under a ParallelWrapper. The wrapper's {@code fit} runs on a thread of its own for the whole training
 * and takes a round whenever a step is asked for.
 */
final class WrappedDevices implements DeviceStep {
    private static final Logger LOG = LoggerFactory.getLogger(WrappedDevices.class);
    private static final long PATIENCE_MILLISECONDS = 10_000;

    private final Rounds rounds;
    private final ReplicaContext context;
    private final Thread driver;
    private boolean inStep;

    private WrappedDevices(Rounds rounds, ReplicaContext context, Thread driver) {
        this.rounds = rounds;
        this.context = context;
        this.driver = driver;
    }

    static WrappedDevices start(int devices, Replica.Factory factory) {
        Rounds rounds = new Rounds(devices);
        ReplicaContext context = new ReplicaContext(rounds, new Exchange(devices), devices, factory);
        Thread driver = new Thread(() -> drive(rounds, context, devices), "parallel-wrapper");
        driver.setDaemon(true);
        driver.start();
        WrappedDevices wrapped = new WrappedDevices(rounds, context, driver);
        try {
            rounds.awaitReady();
        } catch (Throwable notMade) {
            wrapped.close();
            throw notMade;
        }
        return wrapped;
    }

    private static void drive(Rounds rounds, ReplicaContext context, int devices) {
        ParallelWrapper wrapper = new ParallelWrapper.Builder<>(new ReplicaModel())
                .workers(devices)
                .prefetchBuffer(0)
                .averagingFrequency(1)
                .trainingMode(ParallelWrapper.TrainingMode.AVERAGING)
                .build();
        // build() overwrites a factory that was given to the builder.
        wrapper.setTrainerContext(context);
        try {
            wrapper.fit(new TicketIterator(rounds));
        } catch (Throwable thrown) {
            rounds.fail(thrown);
        } finally {
            wrapper.shutdown();
        }
    }

    /** Runs the step on every device; numbers are the first device's, those that were averaged are everybody's. */
    @Override
    public StepResult run(long step) {
        if (!inStep) {
            // What the first device began or resumed with, the others begin with.
            context.copyFirstToOthers();
            inStep = true;
        }
        StepResult[] results = rounds.run(step);
        double wait = Arrays.stream(results)
                .mapToDouble(StepResult::waitSeconds)
                .max()
                .orElse(0);
        return new StepResult(results[0].metrics(), wait);
    }

    @Override
    public Map<String, Stateful> parts() {
        return context.first().parts();
    }

    @Override
    public void close() {
        rounds.close();
        try {
            driver.join(PATIENCE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (driver.isAlive()) {
            LOG.warn("A device has not ended within {} ms; it ends with the process.", PATIENCE_MILLISECONDS);
        }
    }
}
