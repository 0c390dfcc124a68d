/**
 * Sources of randomness: draws that depend on nothing but (seed, epoch, index, view), and the Mersenne twister that
 * published permutations are defined by. Nothing here is global, and nothing here knows what is drawn for.
 */
package io.semisup4j.data.random;
