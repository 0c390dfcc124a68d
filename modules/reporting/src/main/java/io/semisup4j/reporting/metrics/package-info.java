/**
 * The record of a run: every event of the training loop as one JSON object a line.
 * Only what happened is written here; how it is shown belongs to the console and report packages.
 */
package io.semisup4j.reporting.metrics;
