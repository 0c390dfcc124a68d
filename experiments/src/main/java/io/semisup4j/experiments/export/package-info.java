/**
 * Handing trained weights on: from a run or a checkpoint to a safetensors file.
 * File formats live in the weights module, what is exported in training.
 */
package io.semisup4j.experiments.export;
