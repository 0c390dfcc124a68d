package io.semisup4j.nets.encoder;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Sums;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import io.semisup4j.nets.encoder.ViewsForward.Outputs;
import io.semisup4j.nets.scope.BatchStatistics;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.weights.TensorData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Runs an encoder once over a list of views given as published, [N, C, H, W], and gives everything back that way. */
final class EncoderRun {
    private final Encoder encoder;
    private final NetState state;
    private final List<TensorData> views;

    EncoderRun(Encoder encoder, NetState state, List<TensorData> views) {
        this.encoder = encoder;
        this.state = state;
        this.views = views;
    }

    /** Row-major values of results by name. */
    record Results(Map<String, double[]> values) {
        double[] get(String name) {
            return values.get(name);
        }
    }

    /** {@code h} and {@code z} of evaluation. */
    Results evaluate() {
        Graph graph = new Graph(type());
        Outputs outputs = forward(graph, Pass::evaluation, 0);
        Plan plan =
                plan(graph).output("h", outputs.h()).output("z", outputs.z()).compile();
        run(plan);
        Results results = new Results(new LinkedHashMap<>());
        results.values().put("h", values(plan.output("h")));
        results.values().put("z", values(plan.output("z")));
        return results;
    }

    /**
     * {@code h}, {@code z}, {@code loss} = sum(cotH h) + sum(cotZ z) in training, its gradients {@code grad/NAME} and
     * {@code grad_x0}.. of the first {@code inputGradients} views, and {@code after/NAME} of all buffers.
     */
    Results train(TensorData cotH, TensorData cotZ, int inputGradients) {
        Graph graph = new Graph(type());
        Outputs outputs = forward(graph, Pass::train, inputGradients);
        Tensor loss = Arithmetic.add(weighted(outputs.h(), cotH), weighted(outputs.z(), cotZ));
        Tensor one = graph.constant("one", Nd4j.ones(DataType.DOUBLE, 1));
        Map<Tensor, Tensor> gradients = graph.gradients(Map.of(loss, one));
        PlanBuilder builder =
                plan(graph).output("h", outputs.h()).output("z", outputs.z()).output("loss", loss);
        for (Declaration parameter : parameters()) {
            Tensor tensor = graph.parameter(parameter.name(), parameter.shape());
            builder.output("grad/" + parameter.name(), gradients.get(tensor));
        }
        for (int i = 0; i < inputGradients; i++) {
            builder.output("grad_x" + i, gradients.get(graph.inputs().get(i)));
        }
        for (int i = 0; i < outputs.passes().size(); i++) {
            for (BatchStatistics layer : outputs.passes().get(i).statistics()) {
                builder.output(i + layer.meanBuffer(), layer.mean());
                builder.output(i + layer.varianceBuffer(), layer.variance());
            }
        }
        Plan plan = builder.compile();
        run(plan);
        return results(plan, outputs, inputGradients);
    }

    private Results results(Plan plan, Outputs outputs, int inputGradients) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (String name : List.of("h", "z", "loss")) {
            values.put(name, values(plan.output(name)));
        }
        for (Declaration parameter : parameters()) {
            String name = "grad/" + parameter.name();
            values.put(name, values(parameter.axes().toOfficial(plan.output(name))));
        }
        for (int i = 0; i < inputGradients; i++) {
            values.put("grad_x" + i, values(plan.output("grad_x" + i).permute(0, 3, 1, 2)));
        }
        for (Declaration buffer : state.layout().of(Declaration.Kind.BUFFER)) {
            values.put("after/" + buffer.name(), values(state.view(buffer)));
        }
        for (int i = 0; i < outputs.passes().size(); i++) {
            for (BatchStatistics layer : outputs.passes().get(i).statistics()) {
                double unbiased = layer.count() / (layer.count() - 1.0);
                follow(
                        values.get("after/" + layer.meanBuffer()),
                        layer,
                        values(plan.output(i + layer.meanBuffer())),
                        1);
                follow(
                        values.get("after/" + layer.varianceBuffer()),
                        layer,
                        values(plan.output(i + layer.varianceBuffer())),
                        unbiased);
            }
        }
        return new Results(values);
    }

    private static void follow(double[] running, BatchStatistics layer, double[] batch, double factor) {
        for (int c = 0; c < running.length; c++) {
            running[c] = (1 - layer.momentum()) * running[c] + layer.momentum() * factor * batch[c];
        }
    }

    private Outputs forward(Graph graph, java.util.function.Supplier<Pass> passes, int differentiable) {
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            long[] s = views.get(i).shape();
            inputs.add(
                    i < differentiable
                            ? graph.differentiableInput("x" + i, s[0], s[2], s[3], s[1])
                            : graph.input("x" + i, s[0], s[2], s[3], s[1]));
        }
        return new ViewsForward(encoder, graph, new Declarations(), passes).views(inputs);
    }

    private static Tensor weighted(Tensor output, TensorData weights) {
        return Sums.all(Arithmetic.multiply(output, output.graph().constant("cotangent", array(weights))));
    }

    private PlanBuilder plan(Graph graph) {
        return state.bind(graph, Plan.of(graph));
    }

    private void run(Plan plan) {
        for (int i = 0; i < views.size(); i++) {
            plan.input("x" + i).assign(array(views.get(i)).permute(0, 2, 3, 1));
        }
        plan.run();
    }

    private List<Declaration> parameters() {
        return state.layout().of(Declaration.Kind.PARAMETER);
    }

    private DataType type() {
        return state.parameters().dataType();
    }

    private static INDArray array(TensorData data) {
        return Nd4j.createFromArray(data.toDoubles()).reshape('c', data.shape());
    }

    private static double[] values(INDArray array) {
        INDArray copy = Nd4j.create(DataType.DOUBLE, array.shape());
        copy.assign(array);
        return copy.data().asDouble();
    }
}
