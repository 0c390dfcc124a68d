package io.semisup4j.training.net;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.nets.state.AxisOrder;
import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.Initialiser;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.training.state.StateException;
import io.semisup4j.training.state.StateValues;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The order of a network's arrays in official files and the order of their axes, kept beside its saved vectors as one
 * text, {@code name:AXES name:AXES ...}: with it a checkpoint can be exported without the program that made the network.
 */
public final class SavedLayout {
    private static final String VALUE = "official layout";
    private static final long[] SCALAR = {};

    private SavedLayout() {}

    static StateValues put(NetLayout layout, StateValues values) {
        return values.with(
                VALUE,
                layout.declarations().stream()
                        .map(declaration -> declaration.name() + ":" + declaration.axes())
                        .collect(Collectors.joining(" ")));
    }

    /**
     * The layout of a saved network. The first values that its layers would draw were not saved; they are 0 here.
     *
     * @param values what {@link TrainedNet#values()} gave
     * @param parameters places of the saved parameters
     * @param buffers places of the saved buffers
     * @throws StateException if the values are those of a version that did not save layouts
     */
    public static NetLayout read(StateValues values, FlatLayout parameters, FlatLayout buffers) {
        if (!values.asMap().containsKey(VALUE)) {
            throw new StateException("the saved network does not say how official files name and order its arrays; it"
                    + " was written by an earlier version of the program. Resume the run with this version until its"
                    + " state is saved again, then repeat this");
        }
        Declarations declarations = new Declarations();
        Arrays.stream(values.text(VALUE).split(" "))
                .map(text -> declaration(text, parameters, buffers))
                .forEach(declarations::add);
        return declarations.layout();
    }

    private static Declaration declaration(String text, FlatLayout parameters, FlatLayout buffers) {
        int colon = text.lastIndexOf(':');
        String name = text.substring(0, colon);
        AxisOrder axes = AxisOrder.valueOf(text.substring(colon + 1));
        if (parameters.names().contains(name)) {
            return declaration(
                    name, Declaration.Kind.PARAMETER, parameters.slot(name).shape(), axes);
        }
        return buffers.names().contains(name)
                ? declaration(name, Declaration.Kind.BUFFER, buffers.slot(name).shape(), axes)
                : declaration(name, Declaration.Kind.COUNTER, SCALAR, axes);
    }

    private static Declaration declaration(String name, Declaration.Kind kind, long[] shape, AxisOrder axes) {
        return new Declaration(name, kind, shape, new Initialiser.Constant(0), axes);
    }
}
