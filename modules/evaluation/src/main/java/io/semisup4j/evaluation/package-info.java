/**
 * How good embeddings and predictions are: soft nearest neighbours, top-k accuracy.
 * Pure functions of arrays; encoding pictures and choosing splits belong elsewhere.
 */
package io.semisup4j.evaluation;
