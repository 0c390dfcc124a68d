package io.semisup4j.training.loop;

/**
 * How a loop ended.
 *
 * @param stepsDone optimiser steps done, those before a resume included
 * @param finished false if it was asked to stop before its last step
 */
public record LoopOutcome(long stepsDone, boolean finished) {}
