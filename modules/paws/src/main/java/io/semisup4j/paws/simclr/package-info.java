/**
 * SimCLR+CT pre-training (Assran et al. 2020): NT-Xent on unlabelled images and SuNCEt on labelled ones in one pass.
 * Batches are laid out by {@code pretrain}, the losses live in {@code loss}.
 */
package io.semisup4j.paws.simclr;
