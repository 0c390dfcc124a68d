package io.semisup4j.nets.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a network owns while it is written into a graph, in the order of first use. */
public final class Declarations {
    private final Map<String, Declaration> found = new LinkedHashMap<>();

    /**
     * Notes an array; a second pass over the same layer declares the same again.
     *
     * @throws IllegalArgumentException if the name is already that of a different array
     */
    public void add(Declaration declaration) {
        Declaration known = found.putIfAbsent(declaration.name(), declaration);
        if (known != null && !known.sameAs(declaration)) {
            throw new IllegalArgumentException("two layers share a name: it is the " + known + " with "
                    + known.initialiser() + ", and cannot also be the " + declaration + " with "
                    + declaration.initialiser());
        }
    }

    /** Everything collected so far. */
    public NetLayout layout() {
        return new NetLayout(List.copyOf(found.values()));
    }
}
