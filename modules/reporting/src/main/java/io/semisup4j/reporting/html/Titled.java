package io.semisup4j.reporting.html;

/**
 * A part of a page with its heading.
 *
 * @param part read by the template
 */
public record Titled<T>(String title, T part) {}
