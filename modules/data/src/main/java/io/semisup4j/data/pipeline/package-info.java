/**
 * Turns descriptions of batches into batches: views are made by threads ahead of the consumer, in the order of the steps,
 * in a fixed amount of memory, and equal for any number of threads. Which pictures form a batch is decided elsewhere.
 */
package io.semisup4j.data.pipeline;
