/**
 * Ordinary supervised training with cross-entropy: the baseline that every method is measured against, and fine-tuning.
 * Which pictures have labels, and how views of them are made, is decided by the caller.
 */
package io.semisup4j.training.supervised;
