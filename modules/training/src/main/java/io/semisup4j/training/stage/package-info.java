/**
 * A stage of an experiment from its first step to its last: loop, listeners, checkpoints in a folder of its own.
 * What a step does, and which stages an experiment has, belongs to the methods.
 */
package io.semisup4j.training.stage;
