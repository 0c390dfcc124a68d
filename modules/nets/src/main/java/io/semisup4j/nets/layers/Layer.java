package io.semisup4j.nets.layers;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.scope.Scope;

/** A part of a network, from a layer to a whole backbone. */
@FunctionalInterface
public interface Layer {

    /** Writes the part into the scope's graph; its arrays are named within the scope. */
    Tensor apply(Scope scope, Tensor x);

    /** Writes the part under a name within the scope. */
    default Tensor named(String name, Scope scope, Tensor x) {
        return scope.within(name, inner -> apply(inner, x));
    }
}
