package io.semisup4j.training.loop;

/** Hears what a training loop does; every method is called on the loop's own thread and must return quickly. */
public interface TrainingListener {

    /** A stage (for example {@code paws} or {@code supervised}) begins, or goes on after a resume. */
    default void onStart(StageStart start) {}

    /** One optimiser step is done. */
    default void onStep(StepEvent event) {}

    /** One epoch is done. */
    default void onEpoch(EpochEvent event) {}

    /** A measurement outside the steps, such as an evaluation, is known. */
    default void onMeasured(Measurement measurement) {}

    /** The stage is over. */
    default void onEnd(String stage) {}
}
