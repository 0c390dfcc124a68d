/**
 * The contract between the compiled plan and whatever computes: a kernel binds its arrays once and returns what to run.
 * Nothing here knows a graph, a net or a particular library; providers live in packages and modules of their own.
 */
package io.semisup4j.engine.kernels;
