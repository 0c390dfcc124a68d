/**
 * Pictures to embeddings with a network in evaluation mode, batch by batch.
 * What is concluded from embeddings lives beside it; training does not.
 */
package io.semisup4j.evaluation.encode;
