/**
 * Looking into embeddings and predictions beyond one number: neighbours, confusion, a picture of the space.
 * Pure functions of arrays without randomness; how they are shown belongs to reporting.
 */
package io.semisup4j.evaluation.inspect;
