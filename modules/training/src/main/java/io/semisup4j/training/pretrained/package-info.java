/**
 * Weights from one training to the next: reading what an earlier training left (a run folder of ours, a safetensors
 * file, an official checkpoint), beginning a stage with it, and writing ours for others. File formats live in the
 * weights module, what a network is made of in the nets module.
 */
package io.semisup4j.training.pretrained;
