package io.semisup4j.training.loop;

/**
 * The beginning of a stage.
 *
 * @param stage what is trained, a stable short name such as {@code paws} or {@code supervised}
 * @param firstStep the step the loop begins with: 0, or more after a resume
 * @param totalSteps optimiser steps of the whole stage
 * @param stepsPerEpoch optimiser steps of one epoch
 * @param imagesPerStep images (views, supports included) that one step reads
 */
public record StageStart(String stage, long firstStep, long totalSteps, long stepsPerEpoch, int imagesPerStep) {}
