package io.semisup4j.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What of a configuration decides a run's numbers, value by value, so that a difference can be told by its key. */
public final class Fingerprint {
    private final Map<String, String> values = new TreeMap<>();

    private Fingerprint() {}

    /**
     * Values as text by dotted key, without those that are {@link Incidental}.
     *
     * @param configs one or several records, none of whose keys another has, too
     */
    public static Map<String, String> of(Record... configs) {
        Fingerprint fingerprint = new Fingerprint();
        for (Record config : configs) {
            Schema schema = Schema.ofRecord(config.getClass());
            fingerprint.collect(schema, Trees.of(config, schema), "");
        }
        return fingerprint.values;
    }

    private void collect(Schema schema, JsonNode tree, String path) {
        if (schema instanceof Schema.Group group && tree.isObject()) {
            group.entries().forEach((key, entry) -> {
                if (!entry.incidental()) {
                    collect(entry.schema(), tree.get(key), Keys.join(path, key));
                }
            });
        } else if (schema instanceof Schema.Items items && items.element() instanceof Schema.Group) {
            for (int i = 0; i < tree.size(); i++) {
                collect(items.element(), tree.get(i), Keys.join(path, String.valueOf(i)));
            }
        } else if (values.put(path, Trees.text(tree)) != null) {
            throw new IllegalArgumentException("two of the configurations have the key " + path);
        }
    }
}
