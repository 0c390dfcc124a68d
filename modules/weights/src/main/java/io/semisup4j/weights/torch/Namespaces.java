package io.semisup4j.weights.torch;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stand-ins for {@code argparse.Namespace}, in which programs keep their arguments: ordered maps, nothing more. */
final class Namespaces {
    private final Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());

    Object make(List<?> arguments) {
        Map<Object, Object> namespace = new LinkedHashMap<>();
        made.add(namespace);
        return namespace;
    }

    /** Gives a namespace its attributes; answers false for any other object. */
    boolean fill(Object target, Object attributes) {
        if (!made.contains(target) || !(attributes instanceof Map<?, ?> values)) {
            return false;
        }
        @SuppressWarnings("unchecked") // it was made above, for any objects
        Map<Object, Object> namespace = (Map<Object, Object>) target;
        namespace.putAll(values);
        return true;
    }
}
