package io.semisup4j.reporting.html;

/**
 * A mark of an axis.
 *
 * @param at place in the drawing
 */
public record Tick(String at, String label) {}
