/**
 * Differentiable operations, one family a file: shape rule, forward operation, backward rule.
 * They place operations of the instruction set in a graph; how these are computed is the kernels' affair.
 */
package io.semisup4j.engine.ops;
