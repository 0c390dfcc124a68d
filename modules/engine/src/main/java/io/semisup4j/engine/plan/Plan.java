package io.semisup4j.engine.plan;

import io.semisup4j.engine.graph.Graph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A compiled graph: a list of bound kernels over one arena. Running it reads the input arrays and writes the output
 * arrays; nothing is allocated. A plan belongs to one thread at a time.
 */
public final class Plan {
    private final List<PlannedOp> ops;
    private final Runnable[] runs;
    private final Map<String, INDArray> inputs;
    private final Map<String, INDArray> outputs;
    private final PlanMemory memory;

    Plan(List<PlannedOp> ops, Map<String, INDArray> inputs, Map<String, INDArray> outputs, PlanMemory memory) {
        this.ops = List.copyOf(ops);
        this.runs = ops.stream().map(PlannedOp::run).toArray(Runnable[]::new);
        this.inputs = inputs;
        this.outputs = outputs;
        this.memory = memory;
    }

    /** Begins the description of a plan. */
    public static PlanBuilder of(Graph graph) {
        return new PlanBuilder(graph);
    }

    /** Computes all outputs from the present contents of inputs, parameters and buffers. */
    public void run() {
        for (Runnable run : runs) {
            run.run();
        }
    }

    /** Like {@link #run}, noting how long every operation takes. */
    public void run(Profile profile) {
        for (int i = 0; i < runs.length; i++) {
            long start = System.nanoTime();
            runs[i].run();
            profile.add(ops.get(i).name() + " (" + ops.get(i).provider() + ")", System.nanoTime() - start);
        }
        profile.endRun();
    }

    /** The array of an input, to be written before a run. */
    public INDArray input(String name) {
        return known(inputs, name, "input");
    }

    /** Writes an input, row-major; as many values as it has elements. */
    public void write(String name, float[] values) {
        INDArray array = input(name);
        if (array.length() != values.length) {
            throw new IllegalArgumentException(
                    "the input '" + name + "' has " + array.length() + " elements, not " + values.length);
        }
        HostCopy.write(values, array);
    }

    /** The array of an output; it holds the last run's result. */
    public INDArray output(String name) {
        return known(outputs, name, "output");
    }

    /** An output of one element. */
    public double number(String name) {
        return output(name).getDouble(0);
    }

    public Set<String> inputNames() {
        return inputs.keySet();
    }

    public PlanMemory memory() {
        return memory;
    }

    public int size() {
        return ops.size();
    }

    private static INDArray known(Map<String, INDArray> arrays, String name, String kind) {
        INDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException(
                    "the plan has no " + kind + " '" + name + "'; it has " + arrays.keySet());
        }
        return array;
    }

    /** One line an operation: kind, provider, arrays with shapes and formats. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ops.size(); i++) {
            PlannedOp op = ops.get(i);
            text.append(String.format("%4d %-28s %-8s %s%n", i, op.name(), op.provider(), op.description()));
        }
        return text.append(memory).toString();
    }
}
