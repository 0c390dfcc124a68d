/** The rules of the house, held by tests: layers, forbidden calls, package descriptions. No test of behaviour is here. */
package io.semisup4j.experiments.architecture;
