package io.semisup4j.reporting.history;

/**
 * One value of a configuration file.
 *
 * @param path dotted key, for example {@code loss.temperature}
 * @param value as text
 * @param published the published value where it differs, otherwise null
 */
public record ConfigValue(String path, String value, String published) {

    /** Whether the value is not the published one. */
    public boolean differs() {
        return published != null;
    }
}
