/**
 * What a person at the console sees of a running experiment: a progress bar or plain lines.
 * Nothing is computed here but rates and remaining times, and nothing is written to files.
 */
package io.semisup4j.reporting.console;
