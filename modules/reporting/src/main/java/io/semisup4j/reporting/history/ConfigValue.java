package io.semisup4j.reporting.history;

/**
 * One value of a configuration file.
 *
 * @param path dotted key, for example {@code loss.temperature}
 * @param value as text
 * @param standard the published value, or where nothing was published the default, if it differs; otherwise null
 * @param published whether the standard value is one that was published
 */
public record ConfigValue(String path, String value, String standard, boolean published) {

    /** Whether the value is not the standard one. */
    public boolean differs() {
        return standard != null;
    }
}
