package io.semisup4j.training.loop;

/**
 * A number measured outside the training steps.
 *
 * @param stage the stage it belongs to
 * @param step optimiser steps done when it was measured
 * @param name its stable name, for example {@code paws.softnn.top1}
 * @param value accuracies are fractions, 0 to 1
 */
public record Measurement(String stage, long step, String name, double value) {}
