/**
 * The training loop and the few events it tells: start, step, epoch, end.
 * It knows how steps follow each other and when state is saved; what a step computes belongs to the papers.
 */
package io.semisup4j.training.loop;
