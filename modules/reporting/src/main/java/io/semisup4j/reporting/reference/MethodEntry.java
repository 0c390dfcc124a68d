package io.semisup4j.reporting.reference;

/**
 * Whose accuracy it is: measurements are called {@code NAME.top1} and so on.
 *
 * @param name for example {@code paws.softnn}
 * @param label for people
 * @param baseline whether it is what others are compared with
 */
public record MethodEntry(String name, String label, boolean baseline) {}
