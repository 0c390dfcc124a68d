/**
 * What a set of labelled pictures is, whatever file it comes from, and how a mistake in one is told.
 * No file format lives here, and no rule about which picture plays which part in training.
 */
package io.semisup4j.data.dataset;
