package io.semisup4j.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Ordered names of a network's tensors, over a source from which each is read when asked for. Renaming is free.
 */
public final class StateDict implements TensorSource {
    private final TensorSource source;
    private final Map<String, String> nameInSource;

    private StateDict(TensorSource source, Map<String, String> nameInSource) {
        this.source = source;
        this.nameInSource = nameInSource;
    }

    /** All arrays of a source under their own names. */
    public static StateDict of(TensorSource source) {
        Map<String, String> names = new LinkedHashMap<>();
        source.names().forEach(name -> names.put(name, name));
        return new StateDict(source, names);
    }

    /** The arrays of a map, in the map's order. */
    public static StateDict of(Map<String, TensorData> tensors) {
        return of(TensorSource.of(tensors));
    }

    /**
     * The same tensors with the prefix removed from every name that begins with it, for example {@code module.}, which
     * data-parallel training puts before all names.
     *
     * @throws WeightsException if two names become the same
     */
    public StateDict stripPrefix(String prefix) {
        return renamed(
                name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name,
                "Without the prefix '" + prefix + "'");
    }

    /**
     * The same tensors with a text removed wherever it stands in a name: PAWS's own loaders remove {@code module.} not
     * only from the beginning.
     *
     * @throws WeightsException if two names become the same
     */
    public StateDict stripEverywhere(String text) {
        return renamed(name -> name.replace(text, ""), "Without '" + text + "'");
    }

    private StateDict renamed(UnaryOperator<String> rename, String how) {
        Map<String, String> names = new LinkedHashMap<>();
        nameInSource.forEach((name, original) -> {
            String renamed = rename.apply(name);
            if (names.put(renamed, original) != null) {
                throw new WeightsException(how + " there are two tensors named '" + renamed + "'.");
            }
        });
        return new StateDict(source, names);
    }

    /**
     * The same tensors except some, for example {@code without("fc.fc2.*", "pred.*")} where a new classifier takes the
     * place of a head.
     *
     * @param patterns names; a {@code *} at the end stands for any rest
     */
    public StateDict without(String... patterns) {
        Map<String, String> names = new LinkedHashMap<>(nameInSource);
        names.keySet().removeIf(name -> Matching.anyCovers(patterns, name));
        return new StateDict(source, names);
    }

    @Override
    public List<String> names() {
        return List.copyOf(nameInSource.keySet());
    }

    public int size() {
        return nameInSource.size();
    }

    public boolean contains(String name) {
        return nameInSource.containsKey(name);
    }

    /** Names and shapes in order, for {@link Matching}. */
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        nameInSource.keySet().forEach(name -> shapes.put(name, shape(name)));
        return shapes;
    }

    @Override
    public DType dtype(String name) {
        return source.dtype(original(name));
    }

    @Override
    public long[] shape(String name) {
        return source.shape(original(name));
    }

    @Override
    public TensorData read(String name) {
        return source.read(original(name));
    }

    private String original(String name) {
        String original = nameInSource.get(name);
        if (original == null) {
            throw new WeightsException(
                    "There is no tensor '" + name + "' among the " + size() + " of the state dictionary.");
        }
        return original;
    }
}
