package io.semisup4j.training.checkpoint;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.Slot;
import io.semisup4j.training.state.StateVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The index of one vector file: raw little-endian numbers, and which arrays lie where.
 *
 * @param name part and vector, joined by a dot
 * @param file file name within the checkpoint
 * @param type {@code FLOAT} or {@code DOUBLE}
 * @param length numbers in the file, gaps between the arrays included
 * @param arrays the arrays in order
 */
record VectorEntry(String name, String file, String type, long length, List<Place> arrays) {
    VectorEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(type, "type");
        arrays = List.copyOf(arrays);
    }

    /** One array of a vector: its name, its row-major shape, and the index of its first number. */
    record Place(String name, List<Long> shape, long offset) {
        Place {
            Objects.requireNonNull(name, "name");
            shape = List.copyOf(shape);
        }

        static Place of(Slot slot) {
            return new Place(slot.name(), Arrays.stream(slot.shape()).boxed().toList(), slot.offset());
        }

        @Override
        public String toString() {
            return shape + " at " + offset;
        }
    }

    static VectorEntry of(String part, StateVector vector) {
        String name = part + "." + vector.name();
        String type = vector.array().dataType().name();
        String suffix = type.equals("DOUBLE") ? ".f64" : ".f32";
        FlatLayout layout = vector.layout();
        return new VectorEntry(
                name,
                name + suffix,
                type,
                vector.array().length(),
                layout.slots().stream().map(Place::of).toList());
    }

    /** A vector of zeros with this layout and type. */
    StateVector emptyVector(String vector) {
        FlatLayout.Builder builder = new FlatLayout.Builder();
        for (Place place : arrays) {
            builder.add(
                    place.name(),
                    place.shape().stream().mapToLong(Long::longValue).toArray());
        }
        FlatLayout layout = builder.build();
        return new StateVector(vector, layout, layout.zeros(DataType.valueOf(type)));
    }

    /** What differs from this (saved) entry in the entry of the running program, in words; empty if nothing. */
    List<String> differences(VectorEntry running) {
        List<String> found = new ArrayList<>();
        if (!type.equals(running.type)) {
            found.add("'" + name + "' was saved as " + type + " and is now " + running.type);
        }
        Map<String, Place> saved = byName();
        Map<String, Place> now = running.byName();
        now.forEach((array, place) -> {
            Place before = saved.get(array);
            if (before == null) {
                found.add("'" + name + "' was saved without the array '" + array + "'");
            } else if (!before.equals(place)) {
                found.add(
                        "the array '" + array + "' of '" + name + "' was saved as " + before + " and is now " + place);
            }
        });
        saved.keySet().stream()
                .filter(array -> !now.containsKey(array))
                .forEach(array -> found.add("the array '" + array + "' of '" + name + "' is no longer there"));
        if (found.isEmpty() && length != running.length) {
            found.add("'" + name + "' was saved with " + length + " numbers and now has " + running.length);
        }
        return found;
    }

    private Map<String, Place> byName() {
        Map<String, Place> places = new LinkedHashMap<>();
        arrays.forEach(place -> places.put(place.name(), place));
        return places;
    }
}
