package io.semisup4j.config;

/**
 * One value that is not the published one.
 *
 * @param path dotted key, for example {@code loss.temperature} or {@code views.0.size}
 * @param published the published value as text
 * @param actual the value in use as text
 * @param incidental whether the value changes none of a run's numbers, see {@link Incidental}
 */
public record Difference(String path, String published, String actual, boolean incidental) {

    @Override
    public String toString() {
        return path + " = " + actual + " (published: " + published + ")";
    }
}
