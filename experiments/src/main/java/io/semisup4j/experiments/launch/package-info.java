/**
 * Starting an experiment: what a user may say, what is answered to mistakes, where a run writes, how it is stopped.
 * It knows experiments only through their interface.
 */
package io.semisup4j.experiments.launch;
