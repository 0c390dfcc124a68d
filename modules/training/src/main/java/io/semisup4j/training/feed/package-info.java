/**
 * Batches for training steps by step number, with the time that was waited for them.
 * How views are made is the data module's affair; what a batch contains is the method's.
 */
package io.semisup4j.training.feed;
