package io.semisup4j.paws.config;

import io.semisup4j.config.Incidental;
import io.semisup4j.data.pipeline.LoaderOptions;
import jakarta.validation.constraints.Min;

/**
 * How a run is carried out; nothing here changes what is learnt but the seed.
 *
 * @param seed of first weights, of all views, and of the labelled images where these are drawn
 * @param loaderThreads threads that make views, for all devices together; 0 makes them between the steps
 * @param evaluateEpochs the accuracy is measured every so many epochs, and at the end
 * @param saveSteps the state is saved every so many steps, and at the end of every epoch; 0 for epochs only
 */
public record RunConfig(
        long seed,
        @Incidental @Min(0) int loaderThreads,
        @Min(1) int evaluateEpochs,
        @Incidental @Min(0) int saveSteps) {

    /** How one of so many devices makes its views: the threads are shared, but every device has one if there are any. */
    public LoaderOptions loading(int devices) {
        return LoaderOptions.threads(loaderThreads == 0 ? 0 : Math.max(1, loaderThreads / devices));
    }
}
