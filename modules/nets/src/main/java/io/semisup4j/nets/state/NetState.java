package io.semisup4j.nets.state;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.plan.PlanBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The values of a network. Training writes into the vectors.
 *
 * @param layout places and names
 * @param parameters vector of {@link NetLayout#parameters()}, FLOAT or DOUBLE
 * @param buffers vector of {@link NetLayout#buffers()}, of the same type
 * @param batches how many batches every counting layer has seen, by the layer's name
 */
public record NetState(NetLayout layout, INDArray parameters, INDArray buffers, Map<String, Long> batches) {
    private static final int CHUNK = 1 << 20;

    public NetState {
        batches = Collections.unmodifiableMap(new LinkedHashMap<>(batches));
    }

    /**
     * A new network: the distributions of PyTorch's defaults, drawn by {@link CounterRandom} from (seed, name), so the
     * stream is not torch's. A FLOAT state is the DOUBLE one rounded.
     */
    public static NetState initial(NetLayout layout, long seed, DataType type) {
        INDArray parameters = filled(layout, layout.parameters(), Declaration.Kind.PARAMETER, seed, type);
        INDArray buffers = filled(layout, layout.buffers(), Declaration.Kind.BUFFER, seed, type);
        return new NetState(layout, parameters, buffers, fresh(layout));
    }

    /** All values 0: the start of a strict import, which overwrites every one of them. */
    public static NetState zeros(NetLayout layout, DataType type) {
        return new NetState(
                layout, layout.parameters().zeros(type), layout.buffers().zeros(type), fresh(layout));
    }

    private static Map<String, Long> fresh(NetLayout layout) {
        Map<String, Long> batches = new LinkedHashMap<>();
        layout.countingLayers().forEach(layer -> batches.put(layer, 0L));
        return batches;
    }

    private static INDArray filled(
            NetLayout layout, FlatLayout places, Declaration.Kind kind, long seed, DataType type) {
        INDArray vector = places.zeros(type);
        for (Declaration declaration : layout.of(kind)) {
            fill(declaration, vector, places.slot(declaration.name()).offset(), seed);
        }
        return vector;
    }

    /** In pieces, so that the largest array needs no second copy on the heap. */
    private static void fill(Declaration declaration, INDArray vector, long offset, long seed) {
        CounterRandom random = CounterRandom.of(seed, declaration.name());
        long length = declaration.length();
        for (long from = 0; from < length; from += CHUNK) {
            double[] values = new double[(int) Math.min(CHUNK, length - from)];
            for (int i = 0; i < values.length; i++) {
                values[i] = declaration.initialiser().value(random, from + i);
            }
            write(values, Views.of(vector, offset + from, values.length));
        }
    }

    /** Frees the copies at once: the garbage collector does not see how much native memory waits for it. */
    private static void write(double[] values, INDArray target) {
        try (INDArray exact = Nd4j.createFromArray(values)) {
            target.assign(exact);
        }
    }

    /** A trained array or buffer as a view: writing it writes the vector. */
    public INDArray view(Declaration declaration) {
        return switch (declaration.kind()) {
            case PARAMETER -> layout.parameters().view(parameters, declaration.name());
            case BUFFER -> layout.buffers().view(buffers, declaration.name());
            case COUNTER -> throw new IllegalArgumentException(declaration + " is a number, not an array");
        };
    }

    /** The same values in memory of their own. */
    public NetState copy() {
        return new NetState(layout, parameters.dup(), buffers.dup(), batches);
    }

    /** Lets a plan of the graph read its parameters and buffers here. */
    public PlanBuilder bind(Graph graph, PlanBuilder plan) {
        for (Declaration declaration : layout.of(Declaration.Kind.PARAMETER)) {
            plan.at(graph.parameter(declaration.name(), declaration.shape()), view(declaration));
        }
        for (Declaration declaration : layout.of(Declaration.Kind.BUFFER)) {
            plan.at(graph.buffer(declaration.name(), declaration.shape()), view(declaration));
        }
        return plan;
    }
}
