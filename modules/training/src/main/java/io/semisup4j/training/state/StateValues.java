package io.semisup4j.training.state;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** An immutable small map of named longs, doubles and texts. */
public final class StateValues {
    private static final StateValues EMPTY = new StateValues(new TreeMap<>());

    private final Map<String, Object> values;

    private StateValues(TreeMap<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** A map without values. */
    public static StateValues empty() {
        return EMPTY;
    }

    /** This map and one number more; a name that is there already is replaced. */
    public StateValues with(String name, long value) {
        return put(name, value);
    }

    /** This map and one number more; NaN and infinities are kept, too. */
    public StateValues with(String name, double value) {
        return put(name, value);
    }

    /** This map and one text more. */
    public StateValues with(String name, String value) {
        return put(name, value);
    }

    /** The named long. */
    public long longValue(String name) {
        return get(name, Long.class);
    }

    /** The named double. */
    public double doubleValue(String name) {
        return get(name, Double.class);
    }

    /** The named text. */
    public String text(String name) {
        return get(name, String.class);
    }

    /** All values by name: Long, Double or String. */
    public Map<String, Object> asMap() {
        return values;
    }

    private StateValues put(String name, Object value) {
        TreeMap<String, Object> more = new TreeMap<>(values);
        more.put(name, value);
        return new StateValues(more);
    }

    private <T> T get(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new StateException("the saved state has no " + type.getSimpleName() + " '" + name + "'; it has "
                    + values + ". It was probably written by another version of the program");
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
