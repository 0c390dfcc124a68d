/**
 * Compiles a graph for given outputs: order, kernels, formats, lifetimes, one arena, bound arrays; then runs it.
 * Arrays and offsets live here; what operations mean does not.
 */
package io.semisup4j.engine.plan;
