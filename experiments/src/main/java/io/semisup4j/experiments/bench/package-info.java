/**
 * Experiments that measure the suite itself: time and memory of a training step.
 * Nothing is learnt here.
 */
package io.semisup4j.experiments.bench;
