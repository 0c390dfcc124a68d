/**
 * A network while it is trained: values, gradients and counters, and the compiled forward and backward pass that a step
 * runs. Which loss, which views and which optimiser belong to the methods.
 */
package io.semisup4j.training.net;
