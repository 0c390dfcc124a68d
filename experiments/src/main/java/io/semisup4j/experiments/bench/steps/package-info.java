/**
 * The training steps that benchmarks repeat: the same net, batch, loss and optimiser here and in the peer's script.
 * How they are timed, and in which process, is not known here.
 */
package io.semisup4j.experiments.bench.steps;
