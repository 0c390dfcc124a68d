/**
 * Single kernels under JMH, by provider. Nothing depends on this module, and only the profile {@code jmh} builds it.
 */
package io.semisup4j.kernelbenchmarks;
