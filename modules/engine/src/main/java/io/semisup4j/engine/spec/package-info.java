/**
 * The instruction set: what each operation reads and writes, as immutable records.
 * No arrays, no arithmetic: kernels compute, {@code ops} places operations in a graph and knows their gradients.
 * Images are [N, H, W, C], convolution weights [kH, kW, I, O], matrices [rows, columns].
 */
package io.semisup4j.engine.spec;
