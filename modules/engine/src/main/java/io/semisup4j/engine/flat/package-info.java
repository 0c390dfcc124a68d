/**
 * Many named arrays side by side in one flat vector: parameters, gradients, buffers, optimiser state.
 * Only names, shapes and offsets live here; what a vector means is said where it is used.
 */
package io.semisup4j.engine.flat;
