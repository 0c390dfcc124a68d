package io.semisup4j.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The legal dotted keys of a configuration. */
final class Keys {
    private Keys() {}

    /** Every key, groups before their members, with the indices that the tree's lists have. */
    static List<String> all(Schema schema, JsonNode tree) {
        List<String> keys = new ArrayList<>();
        collect(schema, tree, "", keys);
        return keys;
    }

    /** {@code parent.key}, or the key alone at the top. */
    static String join(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }

    private static void collect(Schema schema, JsonNode tree, String path, List<String> keys) {
        if (!path.isEmpty()) {
            keys.add(path);
        }
        if (schema instanceof Schema.Group group) {
            group.entries().forEach((key, entry) -> collect(entry.schema(), tree.path(key), join(path, key), keys));
        } else if (schema instanceof Schema.Items items && items.element() instanceof Schema.Group) {
            for (int i = 0; i < tree.size(); i++) {
                collect(items.element(), tree.get(i), join(path, String.valueOf(i)), keys);
            }
        }
    }
}
