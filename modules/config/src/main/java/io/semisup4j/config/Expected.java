package io.semisup4j.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a value has to look like, in words. */
final class Expected {
    private Expected() {}

    static String of(Schema schema) {
        if (schema instanceof Schema.Group group) {
            return "a group with the keys " + String.join(", ", group.entries().keySet());
        }
        if (schema instanceof Schema.Items items) {
            return "a list such as [a, b] of " + of(items.element());
        }
        return single(((Schema.Single) schema).type());
    }

    /** The names of an enum's constants; empty for another type. */
    static List<String> constants(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    private static String single(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + constants(type).stream().collect(Collectors.joining(", "));
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE;
        }
        if (type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return type == Path.class ? "a path" : "a finite number";
    }
}
