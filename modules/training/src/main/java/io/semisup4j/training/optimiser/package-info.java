/**
 * Optimisers on flat vectors, and the rules that say which parameter is treated how.
 * Only the update rule lives here: learning rates come from a schedule, gradients from the engine.
 */
package io.semisup4j.training.optimiser;
