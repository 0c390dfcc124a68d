/**
 * What a stateful part of a training run (optimiser, sampler, running buffers, accumulators) hands to a checkpoint and
 * takes back: named flat vectors and a few small values. How they are stored is not known here.
 */
package io.semisup4j.training.state;
