/**
 * A sixth method in five places, small enough to be read in one go: what docs/adding-a-method.md tells, compiled and run
 * by the tests. It stands among the tests because nobody needs it as an experiment; a real method is a module.
 */
package io.semisup4j.experiments.example;
