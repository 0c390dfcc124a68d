/**
 * Named arrays as checkpoints hold them: values, ordered state dictionaries, and the strict comparison with a network.
 * File formats live in the packages below, and nothing here knows ND4J or a particular paper.
 */
package io.semisup4j.weights;
