package io.semisup4j.weights.pickle;

import java.util.HashMap;
import java.util.Map;

/** Values that a pickle has numbered to use again. */
final class PickleMemo {
    private final PickleInput in;
    private final Map<Long, Object> values = new HashMap<>();

    PickleMemo(PickleInput in) {
        this.in = in;
    }

    void put(long number, Object value) {
        values.put(number, value);
        if (values.size() > PickleLimits.MEMO) {
            throw in.fail("more than " + PickleLimits.MEMO + " remembered values");
        }
    }

    /** Numbers the value with the count of values so far, as protocol 4 does. */
    void add(Object value) {
        put(values.size(), value);
    }

    Object get(long number) {
        Object value = values.get(number);
        if (value == null && !values.containsKey(number)) {
            throw in.fail("remembered value " + number + " is used before it exists");
        }
        return value;
    }
}
