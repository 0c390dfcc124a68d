/**
 * In which order the pictures of a set are visited: the shuffled unlabelled epoch and the class-balanced support
 * batches, both as pure functions of where training stands. Nothing is drawn here that a checkpoint would have to save.
 */
package io.semisup4j.data.sampling;
