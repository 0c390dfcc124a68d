package io.semisup4j.engine.graph;

import java.util.List;

/** How the gradients of an operation's inputs follow from those of its outputs. */
@FunctionalInterface
public interface BackwardRule {

    /**
     * Writes the backward operations into the graph.
     *
     * @param upstream gradient of every output, null where none arrives; at least one is given
     * @return gradient of every input in order, null where there is none or the input needs none
     */
    List<Tensor> gradients(List<Tensor> upstream);
}
