/**
 * PAWS pre-training: which views a step sees, its compiled forward and backward pass, the step itself.
 * The loss lives in {@code loss}, networks, optimisers and loading in the modules below.
 */
package io.semisup4j.paws.pretrain;
