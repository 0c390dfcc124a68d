package io.semisup4j.reporting.guard;

import io.semisup4j.training.loop.EpochEvent;
import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener that a run can do without: its first failure is a warning, after which it hears nothing more, and the run
 * goes on.
 */
public final class Guarded implements TrainingListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    private final String what;
    private final TrainingListener listener;
    private boolean broken;

    /**
     * Guards a listener.
     *
     * @param what names what it writes, for the warning, for example {@code TensorBoard files}
     * @param listener closed with this one if it can be closed
     */
    public Guarded(String what, TrainingListener listener) {
        this.what = what;
        this.listener = listener;
    }

    @Override
    public void onStart(StageStart start) {
        attempt(() -> listener.onStart(start));
    }

    @Override
    public void onStep(StepEvent event) {
        attempt(() -> listener.onStep(event));
    }

    @Override
    public void onEpoch(EpochEvent event) {
        attempt(() -> listener.onEpoch(event));
    }

    @Override
    public void onMeasured(Measurement measurement) {
        attempt(() -> listener.onMeasured(measurement));
    }

    @Override
    public void onEnd(String stage) {
        attempt(() -> listener.onEnd(stage));
    }

    @Override
    public void close() {
        if (listener instanceof AutoCloseable open) {
            broken |= !succeeds(what, open::close);
        }
    }

    private void attempt(Action action) {
        if (!broken) {
            broken = !succeeds(what, action);
        }
    }

    /** Something that may fail in any way. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Does what a run can do without; a failure is a warning of one sentence, and the answer false. */
    public static boolean succeeds(String what, Action action) {
        try {
            action.run();
            return true;
        } catch (Exception | LinkageError | OutOfMemoryError e) { // a system library that draws may be missing, too
            LOG.warn("The {} cannot be written ({}); the run goes on without.", what, reason(e));
            LOG.debug("Why the {} cannot be written", what, e);
            return false;
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e instanceof UncheckedIOException wrapped ? wrapped.getCause() : e;
        return cause instanceof IOException
                ? cause.getClass().getSimpleName() + ": " + cause.getMessage()
                : String.valueOf(cause);
    }
}
