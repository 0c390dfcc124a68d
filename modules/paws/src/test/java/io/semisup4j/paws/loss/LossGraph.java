package io.semisup4j.paws.loss;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A graph in double whose inputs are given at once, run once. */
final class LossGraph {
    private final Graph graph = new Graph(DataType.DOUBLE);
    private final Map<Tensor, INDArray> values = new HashMap<>();

    Tensor input(String name, INDArray value) {
        Tensor tensor = graph.differentiableInput(name, value.shape());
        values.put(tensor, value);
        return tensor;
    }

    Tensor constant(String name, INDArray value) {
        return graph.constant(name, value);
    }

    /** Runs the outputs and, as {@code gradient/NAME}, the gradients of every input that the loss reaches. */
    Plan run(Map<String, Tensor> outputs, Tensor loss) {
        PlanBuilder builder = Plan.of(graph).outputs(outputs).output("loss", loss);
        Map<Tensor, Tensor> gradients =
                graph.gradients(Map.of(loss, graph.constant("one", Nd4j.ones(DataType.DOUBLE, 1))));
        values.keySet().forEach(input -> {
            if (gradients.containsKey(input)) {
                builder.output("gradient/" + input.name(), gradients.get(input));
            }
        });
        Plan plan = builder.compile();
        values.forEach((input, value) -> {
            if (plan.inputNames().contains(input.name())) {
                plan.input(input.name()).assign(value);
            }
        });
        plan.run();
        return plan;
    }
}
