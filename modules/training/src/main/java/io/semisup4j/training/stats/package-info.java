/**
 * Running statistics of batch normalisation, updated for all layers of a forward pass at once.
 * The statistics of a batch come from the engine; nothing is computed from activations here.
 */
package io.semisup4j.training.stats;
