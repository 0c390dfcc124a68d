/**
 * The instruction set through oneDNN primitives: float32, on x86-64 processors, in channel-blocked layouts where they
 * are faster. No operation is defined here and no plan is known; whatever has no fast primitive is declined, so that
 * the portable kernels compute it.
 */
package io.semisup4j.onednn;
