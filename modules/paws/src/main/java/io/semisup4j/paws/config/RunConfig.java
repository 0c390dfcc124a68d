package io.semisup4j.paws.config;

import io.semisup4j.config.Incidental;
import jakarta.validation.constraints.Min;

/**
 * How a run is carried out; nothing here changes what is learnt but the seed.
 *
 * @param seed of first weights, of all views, and of the labelled images where these are drawn
 * @param loaderThreads threads that make views; 0 makes them between the steps
 * @param evaluateEpochs the accuracy is measured every so many epochs, and at the end
 * @param saveSteps the state is saved every so many steps, and at the end of every epoch; 0 for epochs only
 */
public record RunConfig(
        long seed,
        @Incidental @Min(0) int loaderThreads,
        @Min(1) int evaluateEpochs,
        @Incidental @Min(0) int saveSteps) {}
