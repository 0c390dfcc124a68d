/**
 * Heads of PAWS: features [N, D] to embeddings or logits.
 * Losses on what they give live with the methods.
 */
package io.semisup4j.nets.heads;
