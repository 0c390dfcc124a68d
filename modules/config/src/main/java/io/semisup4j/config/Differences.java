package io.semisup4j.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where a configuration leaves the standard one. */
public final class Differences {
    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /**
     * Every differing value in the order of the record's components. Lists of equal length are compared element by
     * element if they hold groups, otherwise as a whole.
     */
    public static <C extends Record> List<Difference> of(C standard, C actual) {
        Schema.Group schema = Schema.ofRecord(standard.getClass());
        Differences differences = new Differences();
        differences.compare(schema, Trees.of(standard, schema), Trees.of(actual, schema), "", false);
        return List.copyOf(differences.found);
    }

    private void compare(Schema schema, JsonNode standard, JsonNode actual, String path, boolean incidental) {
        if (standard.equals(actual)) {
            return;
        }
        if (schema instanceof Schema.Group group && standard.isObject() && actual.isObject()) {
            group.entries()
                    .forEach((key, entry) -> compare(
                            entry.schema(),
                            standard.get(key),
                            actual.get(key),
                            Keys.join(path, key),
                            incidental || entry.incidental()));
        } else if (schema instanceof Schema.Items items
                && items.element() instanceof Schema.Group
                && standard.size() == actual.size()) {
            for (int i = 0; i < standard.size(); i++) {
                String inner = Keys.join(path, String.valueOf(i));
                compare(items.element(), standard.get(i), actual.get(i), inner, incidental);
            }
        } else {
            found.add(new Difference(path, Trees.text(standard), Trees.text(actual), incidental));
        }
    }
}
