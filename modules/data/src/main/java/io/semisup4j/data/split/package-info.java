/**
 * Which pictures of a set carry labels: drawn with a seed, read from a list, or chosen by coin flips.
 * What is done with labelled pictures does not live here.
 */
package io.semisup4j.data.split;
