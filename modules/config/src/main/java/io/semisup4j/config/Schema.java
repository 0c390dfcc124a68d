package io.semisup4j.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a configuration's type allows at one place: a group of keys, a list or a single value. */
sealed interface Schema {

    /** A record: its components are the legal keys, in their order. */
    record Group(Class<?> type, Map<String, Entry> entries) implements Schema {}

    /** A list of one kind of element. */
    record Items(Schema element) implements Schema {}

    /** A single value: a number, boolean, text, enum constant or path. */
    record Single(Class<?> type) implements Schema {}

    /** One key of a group. */
    record Entry(RecordComponent component, Schema schema) {
        boolean incidental() {
            return component.isAnnotationPresent(Incidental.class);
        }
    }

    /** The schema of a record type; a component of an unsupported type is an {@link IllegalArgumentException}. */
    static Group ofRecord(Class<?> type) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            String where = type.getSimpleName() + "." + component.getName();
            entries.put(component.getName(), new Entry(component, of(component.getGenericType(), where)));
        }
        return new Group(type, Collections.unmodifiableMap(entries));
    }

    private static Schema of(Type type, String where) {
        if (type instanceof Class<?> plain) {
            if (plain.isRecord()) {
                return ofRecord(plain);
            }
            if (plain.isEnum() || SINGLE_TYPES.contains(plain)) {
                return new Single(plain);
            }
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new Items(of(generic.getActualTypeArguments()[0], where));
        }
        throw new IllegalArgumentException(where + " is a " + type.getTypeName()
                + "; a configuration holds records, lists, enums, strings, paths, booleans and numbers");
    }

    Set<Class<?>> SINGLE_TYPES = Set.of(
            int.class,
            long.class,
            float.class,
            double.class,
            boolean.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Boolean.class,
            String.class,
            Path.class);
}
