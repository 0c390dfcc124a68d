package io.semisup4j.paws.config;

import io.semisup4j.config.Incidental;
import io.semisup4j.training.loop.Stage;
import jakarta.validation.constraints.Min;

/**
 * How a run is carried out; nothing here changes what is learnt but the seed.
 *
 * @param seed of first weights, of all views, and of the labelled images where these are drawn
 * @param loaderThreads threads that make views; 0 makes them between the steps
 * @param evaluateEpochs the accuracy is measured every so many epochs, and at the end
 * @param saveSteps the state is saved every so many steps, and at the end of every epoch; 0 for epochs only
 * @param limitIterations every stage ends after so many steps, its schedule unchanged; 0 for all of them
 */
public record RunConfig(
        long seed,
        @Incidental @Min(0) int loaderThreads,
        @Min(1) int evaluateEpochs,
        @Incidental @Min(0) int saveSteps,
        @Min(0) int limitIterations) {

    /** A run of all steps. */
    public RunConfig(long seed, int loaderThreads, int evaluateEpochs, int saveSteps) {
        this(seed, loaderThreads, evaluateEpochs, saveSteps, 0);
    }

    /** A stage of so many steps, or of fewer if the run is limited. */
    public Stage stage(String name, long steps, long stepsPerEpoch, int imagesPerStep) {
        long limited = limitIterations == 0 ? steps : Math.min(steps, limitIterations);
        return new Stage(name, limited, stepsPerEpoch, imagesPerStep);
    }
}
