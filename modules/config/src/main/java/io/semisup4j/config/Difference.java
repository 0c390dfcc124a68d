package io.semisup4j.config;

/**
 * One value that is not the standard one.
 *
 * @param path dotted key, for example {@code loss.temperature} or {@code views.0.size}
 * @param standard the value that it is compared with, as text
 * @param actual the value in use as text
 * @param incidental whether the value changes none of a run's numbers, see {@link Incidental}
 */
public record Difference(String path, String standard, String actual, boolean incidental) {

    @Override
    public String toString() {
        return path + " = " + actual + " instead of " + standard;
    }
}
