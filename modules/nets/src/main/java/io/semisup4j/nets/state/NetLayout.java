package io.semisup4j.nets.state;

import io.semisup4j.engine.flat.FlatLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a network owns, in the order of the official state dictionary, and the places of its arrays in a flat
 * vector of parameters and a flat vector of buffers.
 */
public final class NetLayout {
    private static final String COUNTER = ".num_batches_tracked";

    private final List<Declaration> declarations;
    private final FlatLayout parameters;
    private final FlatLayout buffers;

    NetLayout(List<Declaration> declarations) {
        this.declarations = declarations;
        this.parameters = flat(Declaration.Kind.PARAMETER);
        this.buffers = flat(Declaration.Kind.BUFFER);
    }

    private FlatLayout flat(Declaration.Kind kind) {
        FlatLayout.Builder builder = new FlatLayout.Builder();
        of(kind).forEach(declaration -> builder.add(declaration.name(), declaration.shape()));
        return builder.build();
    }

    /** All arrays and counters in the order of the official state dictionary. */
    public List<Declaration> declarations() {
        return declarations;
    }

    /** Those of one kind, in that order. */
    public List<Declaration> of(Declaration.Kind kind) {
        return declarations.stream()
                .filter(declaration -> declaration.kind() == kind)
                .toList();
    }

    /** Places of the trained arrays. */
    public FlatLayout parameters() {
        return parameters;
    }

    /** Places of the running means and variances. */
    public FlatLayout buffers() {
        return buffers;
    }

    /** Names of the layers that count their batches, for example {@code layer1.0.bn1}. */
    public List<String> countingLayers() {
        return of(Declaration.Kind.COUNTER).stream()
                .map(counter -> layerOf(counter.name()))
                .toList();
    }

    /** Number of trained values. */
    public long parameterCount() {
        return of(Declaration.Kind.PARAMETER).stream()
                .mapToLong(Declaration::length)
                .sum();
    }

    /** Number of values that live between steps without being trained, counters included. */
    public long bufferCount() {
        return declarations.stream().mapToLong(Declaration::length).sum() - parameterCount();
    }

    /** Names and shapes as official files have them, in order. */
    public Map<String, long[]> officialShapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        declarations.forEach(declaration -> shapes.put(declaration.name(), declaration.officialShape()));
        return shapes;
    }

    static String layerOf(String counter) {
        return counter.substring(0, counter.length() - COUNTER.length());
    }
}
