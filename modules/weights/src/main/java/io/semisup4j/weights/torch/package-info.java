/**
 * Reading checkpoints that {@code torch.save} wrote, in the zip format and in the one before torch 1.6.
 * Only tensors, numbers, texts and containers can come out; nothing that a file names is ever run.
 */
package io.semisup4j.weights.torch;
