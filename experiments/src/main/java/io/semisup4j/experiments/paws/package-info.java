/**
 * The experiments of PAWS: a class or a line for each, with its published row and what it needs.
 * What the programs do lives in the paws module.
 */
package io.semisup4j.experiments.paws;
