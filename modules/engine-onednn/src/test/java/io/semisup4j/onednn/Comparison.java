package io.semisup4j.onednn;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.kernels.Precision;
import io.semisup4j.engine.kernels.nd4j.Nd4jKernels;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Runs a piece of graph with its gradients through oneDNN in float and through ND4J in double, on the same numbers and
 * the same upstream gradients, which are nowhere 1.
 *
 * @param errors for every result, the largest difference relative to the largest magnitude of the reference
 * @param plan the plan that used oneDNN
 */
record Comparison(Map<String, Double> errors, Plan plan) {

    /** A piece of graph: differentiable inputs to outputs. */
    @FunctionalInterface
    interface Body {
        List<Tensor> outputs(List<Tensor> inputs);
    }

    /** What a comparison computes, in double. */
    record Piece(Body body, int upstreamOutputs, List<INDArray> values) {
        private Piece rounded() {
            return new Piece(
                    body,
                    upstreamOutputs,
                    values.stream().map(Comparison::rounded).toList());
        }
    }

    private record Ran(Plan plan, List<String> names) {}

    static Comparison of(long seed, Piece piece) {
        return of(seed, piece, Precision.FULL);
    }

    /** In bfloat16, all given numbers are rounded before, so that only the tested kernels round. */
    static Comparison of(long seed, Piece piece, Precision precision) {
        Piece drawn = precision == Precision.FULL ? piece : piece.rounded();
        Ran reference = run(DataType.DOUBLE, Precision.FULL, List.of(new Nd4jKernels()), seed, drawn);
        Ran tested = run(DataType.FLOAT, precision, List.of(new OnednnKernels(), new Nd4jKernels()), seed, drawn);
        Map<String, Double> errors = new TreeMap<>();
        for (String name : reference.names()) {
            errors.put(name, worst(reference.plan().output(name), tested.plan().output(name)));
        }
        return new Comparison(errors, tested.plan());
    }

    double worst() {
        return errors.values().stream().mapToDouble(error -> error).max().orElseThrow();
    }

    /** Whether oneDNN computed the operation of this name. */
    boolean usesOnednnFor(String operation) {
        return plan.toString()
                .lines()
                .anyMatch(line -> line.contains(" " + operation + " ") && line.contains(" onednn "));
    }

    private static Ran run(DataType type, Precision precision, List<KernelProvider> kernels, long seed, Piece piece) {
        Graph graph = new Graph(type);
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < piece.values().size(); i++) {
            inputs.add(graph.differentiableInput("x" + i, piece.values().get(i).shape()));
        }
        List<Tensor> outputs = piece.body().outputs(inputs);
        SplittableRandom random = new SplittableRandom(seed);
        Map<Tensor, Tensor> seeds = new LinkedHashMap<>();
        Map<String, Tensor> results = new LinkedHashMap<>();
        PlanBuilder builder = Plan.of(graph).kernels(kernels).precision(precision);
        for (int i = 0; i < outputs.size(); i++) {
            Tensor output = outputs.get(i);
            results.put("y" + i, output);
            if (i < piece.upstreamOutputs()) {
                double[] weights = random.doubles(output.length(), -1.5, 1.5).toArray();
                INDArray upstream = rounded(Nd4j.createFromArray(weights).reshape(output.shape()));
                seeds.put(output, graph.constant("upstream" + i, upstream));
            }
        }
        Map<Tensor, Tensor> gradients = graph.gradients(seeds);
        for (int i = 0; i < inputs.size(); i++) {
            if (gradients.containsKey(inputs.get(i))) {
                results.put("dx" + i, gradients.get(inputs.get(i)));
            }
        }
        Plan plan = builder.outputs(results).compile();
        for (int i = 0; i < inputs.size(); i++) {
            plan.input("x" + i).assign(piece.values().get(i).castTo(type));
        }
        // Twice: nothing may remain from the first run.
        plan.run();
        plan.run();
        return new Ran(plan, List.copyOf(results.keySet()));
    }

    /** To multiples of 1/32, which bfloat16 holds exactly below 8. */
    private static INDArray rounded(INDArray values) {
        return Transforms.round(values.mul(32)).div(32);
    }

    private static double worst(INDArray expected, INDArray found) {
        INDArray difference = found.castTo(DataType.DOUBLE).sub(expected);
        double largest = difference.amaxNumber().doubleValue();
        double scale = Math.max(1e-3, expected.amaxNumber().doubleValue());
        return Double.isFinite(largest) ? largest / scale : Double.POSITIVE_INFINITY;
    }
}
