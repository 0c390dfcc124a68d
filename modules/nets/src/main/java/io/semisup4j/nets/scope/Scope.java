package io.semisup4j.nets.scope;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.state.AxisOrder;
import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.Initialiser;
import java.util.function.Function;

/**
 * Where a layer stands while a network is written into a graph. The order in which arrays are first declared is the
 * order of the official state dictionary.
 *
 * @param graph what the network is written into
 * @param declarations collects every array that the network owns
 * @param pass the forward pass that is being written
 * @param prefix dotted official name of the layer; empty for the whole network
 */
public record Scope(Graph graph, Declarations declarations, Pass pass, String prefix) {

    /** The scope of a whole network. */
    public static Scope root(Graph graph, Declarations declarations, Pass pass) {
        return new Scope(graph, declarations, pass, "");
    }

    /** The scope of a part, whose names begin with {@code name} and a dot. */
    public Scope child(String name) {
        return new Scope(graph, declarations, pass, qualified(name));
    }

    /** The scope of a numbered part of a sequence. */
    public Scope child(int index) {
        return child(Integer.toString(index));
    }

    /** Writes a part into the graph, whose tensors then carry the part's name. */
    public Tensor within(String name, Function<Scope, Tensor> part) {
        return graph.within(name, () -> part.apply(child(name)));
    }

    /** The trained array {@code prefix.name}. */
    public Tensor parameter(String name, Initialiser initialiser, long... shape) {
        return parameter(name, initialiser, AxisOrder.SAME, shape);
    }

    /** The trained array {@code prefix.name}, which official files hold in another order of axes. */
    public Tensor parameter(String name, Initialiser initialiser, AxisOrder axes, long... shape) {
        String full = qualified(name);
        declarations.add(new Declaration(full, Declaration.Kind.PARAMETER, shape, initialiser, axes));
        return graph.parameter(full, shape);
    }

    /** The array {@code prefix.name} that lives between steps and is not trained. */
    public Tensor buffer(String name, double initial, long... shape) {
        String full = qualified(name);
        Initialiser initialiser = new Initialiser.Constant(initial);
        declarations.add(new Declaration(full, Declaration.Kind.BUFFER, shape, initialiser, AxisOrder.SAME));
        return graph.buffer(full, shape);
    }

    /** The whole number {@code prefix.name}, which begins at 0 and is no tensor of the graph. */
    public void counter(String name) {
        Initialiser zero = new Initialiser.Constant(0);
        declarations.add(new Declaration(qualified(name), Declaration.Kind.COUNTER, new long[0], zero, AxisOrder.SAME));
    }

    private String qualified(String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }
}
