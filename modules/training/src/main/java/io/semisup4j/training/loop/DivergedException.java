package io.semisup4j.training.loop;

/** Training has produced NaN or an infinite number; the message says where, and what to try. */
public final class DivergedException extends RuntimeException {
    private final String what;
    private final long step;

    /**
     * Explains the end of a run.
     *
     * @param what the metric or vector that is not finite
     * @param value how its value is shown
     * @param step the step, from 0, that produced it
     * @param learningRate that step's learning rate; null if the step does not report it
     * @param checkpoint a phrase about the last good checkpoint
     */
    DivergedException(String what, String value, long step, Double learningRate, String checkpoint) {
        super("Training diverged: " + what + " is " + value + " at step " + step
                + (learningRate == null ? "" : " (learning rate " + learningRate + ")")
                + ". Try a lower learning rate or a longer warm-up; if it happens at once, look at the inputs and the"
                + " initial weights. Nothing of this step was saved; " + checkpoint + ".");
        this.what = what;
        this.step = step;
    }

    /** The metric or vector that is not finite. */
    public String what() {
        return what;
    }

    /** The step, from 0, that produced it. */
    public long step() {
        return step;
    }
}
