/**
 * The programs of PAWS from data to metrics: pre-training, soft nearest-neighbour fine-tuning and evaluation, and the
 * supervised baseline beside them. What the experiments are called, and which data they read, is decided above.
 */
package io.semisup4j.paws.program;
