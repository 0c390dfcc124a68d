package io.semisup4j.nets.state;

import io.semisup4j.weights.Matching;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.TensorData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network's values as an official state dictionary, and back. */
public final class OfficialState {
    private OfficialState() {}

    /**
     * What an import gave.
     *
     * @param state the network's values
     * @param matching which names fitted, with counts
     */
    public record Imported(NetState state, Matching matching) {}

    /**
     * The values under official names, axes and order: convolution weights O, I, kH, kW; counters as INT64 scalars. They
     * are read from the state's vectors when the dictionary is asked for them.
     */
    public static StateDict export(NetState state) {
        return StateDict.of(new OfficialSource(state));
    }

    /**
     * The values of an official state dictionary; strict: names and shapes must be those of the network.
     *
     * @param start gives the values of allowed names that the dictionary does not have; it is not changed
     * @param dictionary without prefixes such as {@code module.}
     * @param allowed names that may be missing or unexpected; a {@code *} at the end stands for any rest
     * @throws io.semisup4j.weights.WeightsException naming every difference
     */
    public static Imported load(NetState start, StateDict dictionary, String... allowed) {
        NetLayout layout = start.layout();
        Matching matching = Matching.of(layout.officialShapes(), dictionary.shapes());
        matching.requireStrict(allowed);
        NetState target = start.copy();
        Map<String, Long> batches = new LinkedHashMap<>(start.batches());
        for (Declaration declaration : layout.declarations()) {
            if (!dictionary.contains(declaration.name())) {
                continue;
            }
            TensorData tensor = dictionary.read(declaration.name());
            if (declaration.kind() == Declaration.Kind.COUNTER) {
                batches.put(NetLayout.layerOf(declaration.name()), tensor.toLongs()[0]);
            } else {
                write(declaration, tensor, target.view(declaration));
            }
        }
        return new Imported(new NetState(layout, target.parameters(), target.buffers(), batches), matching);
    }

    /**
     * Writes a dictionary with one array for each parameter, such as an optimiser's momentum, into a flat vector; strict.
     *
     * @param vector in the layout of {@link NetLayout#parameters()}; changed
     * @param dictionary under the parameters' official names, with their official axes
     * @throws io.semisup4j.weights.WeightsException naming every difference; the vector is unchanged then
     */
    public static void loadParameters(NetLayout layout, INDArray vector, StateDict dictionary) {
        List<Declaration> parameters = layout.of(Declaration.Kind.PARAMETER);
        Map<String, long[]> expected = new LinkedHashMap<>();
        parameters.forEach(parameter -> expected.put(parameter.name(), parameter.officialShape()));
        Matching.of(expected, dictionary.shapes()).requireStrict();
        for (Declaration parameter : parameters) {
            write(
                    parameter,
                    dictionary.read(parameter.name()),
                    layout.parameters().view(vector, parameter.name()));
        }
    }

    private static void write(Declaration declaration, TensorData tensor, INDArray target) {
        INDArray values = target.dataType() == DataType.FLOAT
                ? Nd4j.createFromArray(tensor.toFloats())
                : Nd4j.createFromArray(tensor.toDoubles());
        target.assign(declaration.axes().fromOfficial(values.reshape('c', declaration.officialShape())));
    }
}
