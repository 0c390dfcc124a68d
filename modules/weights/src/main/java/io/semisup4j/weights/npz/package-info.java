/**
 * Numpy's array files: {@code .npz} archives of {@code .npy} arrays, read lazily and written.
 * Object arrays, which would need a Python interpreter, are refused.
 */
package io.semisup4j.weights.npz;
