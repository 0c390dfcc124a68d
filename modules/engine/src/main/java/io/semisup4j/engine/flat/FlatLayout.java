package io.semisup4j.engine.flat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The order and places of named arrays in one flat vector; several vectors (parameters, gradients, momentum) share one
 * layout. Every array begins at a multiple of {@value #ALIGNMENT} elements, so that kernels may use wide loads; the
 * gaps are zero in every vector.
 */
public final class FlatLayout {
    private static final long ALIGNMENT = 16;

    private final Map<String, Slot> slots;
    private final long length;

    private FlatLayout(Map<String, Slot> slots, long length) {
        this.slots = Collections.unmodifiableMap(slots);
        this.length = length;
    }

    /** Collects names and shapes in order. */
    public static final class Builder {
        private final Map<String, Slot> slots = new LinkedHashMap<>();
        private long next;

        /** Appends an array; a name may come once. */
        public Builder add(String name, long... shape) {
            Slot slot = new Slot(name, shape.clone(), next);
            if (slots.put(name, slot) != null) {
                throw new IllegalArgumentException("the name '" + name + "' comes twice in a flat layout");
            }
            next += (slot.length() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
            return this;
        }

        /** The finished layout. */
        public FlatLayout build() {
            return new FlatLayout(new LinkedHashMap<>(slots), next);
        }
    }

    /** Elements of a vector of this layout, gaps included. */
    public long length() {
        return length;
    }

    /** All places, in order. */
    public List<Slot> slots() {
        return new ArrayList<>(slots.values());
    }

    /** All names, in order. */
    public Collection<String> names() {
        return slots.keySet();
    }

    /** The place of one array; an unknown name is an {@link IllegalArgumentException}. */
    public Slot slot(String name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("no array '" + name + "' in this layout; it has " + slots.keySet());
        }
        return slot;
    }

    /** A new vector of zeros. */
    public INDArray zeros(DataType type) {
        return Nd4j.zeros(type, Math.max(ALIGNMENT, length));
    }

    /** The named array as a view of the vector: writing one writes the other. */
    public INDArray view(INDArray vector, String name) {
        Slot slot = slot(name);
        return Views.of(vector, slot.offset(), slot.shape());
    }
}
