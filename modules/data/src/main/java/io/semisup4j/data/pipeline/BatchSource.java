package io.semisup4j.data.pipeline;

/**
 * Says what the batch of a training step is. A function of the step alone, so that a run resumed at any step sees what an
 * unbroken one sees. A loader asks for ascending steps, each once, from the consumer's thread, some steps ahead of the
 * batch that it hands out.
 */
@FunctionalInterface
public interface BatchSource {
    /** The batch of step {@code step} = 0, 1, ... of the run. */
    BatchPlan plan(long step);
}
