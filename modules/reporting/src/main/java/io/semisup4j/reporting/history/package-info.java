/**
 * A run folder read back: the course of its stages, its configuration, what it ran on, its result.
 * Nothing is drawn here, and nothing is written.
 */
package io.semisup4j.reporting.history;
