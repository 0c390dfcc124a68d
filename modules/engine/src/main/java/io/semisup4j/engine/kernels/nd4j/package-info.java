/**
 * Every operation through ND4J's own kernels: float and double, CPU and CUDA, with their fast and broken corners.
 * No loop over elements runs on the host here, so the same code drives a GPU.
 */
package io.semisup4j.engine.kernels.nd4j;
