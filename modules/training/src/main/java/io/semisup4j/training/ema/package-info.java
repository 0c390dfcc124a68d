/**
 * Exponential moving averages of flat vectors, as momentum teachers use them.
 * What is averaged and when is said by the papers.
 */
package io.semisup4j.training.ema;
