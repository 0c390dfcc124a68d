/**
 * The command that checks a data set before a run.
 * What is checked lives in the data module; here is only how it is asked for and told.
 */
package io.semisup4j.experiments.verify;
