package io.semisup4j.training.net;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import io.semisup4j.engine.plan.PlanMemory;
import io.semisup4j.nets.scope.BatchStatistics;
import io.semisup4j.nets.scope.Pass;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What the forward and backward pass of a training step would take, found without taking it.
 *
 * @param plan of the intermediates
 * @param inputElements elements of all inputs
 */
public record StepMeasure(PlanMemory plan, long inputElements) {

    /**
     * Lays out what {@link TrainingPlan#compile} would compile.
     *
     * @param loss shape [1]
     * @param passes the training passes written into the graph
     * @param outputs what else can be read after a run
     */
    public static StepMeasure of(Graph graph, Tensor loss, List<Pass> passes, Map<String, Tensor> outputs) {
        Tensor one = graph.constant("one", Nd4j.ones(graph.type(), 1));
        Map<Tensor, Tensor> gradients = graph.gradients(Map.of(loss, one));
        PlanBuilder builder =
                Plan.of(graph).output("loss", loss).outside(graph.parameters()).outside(graph.buffers());
        for (Tensor parameter : graph.parameters()) {
            place(builder, "gradient/" + parameter.name(), gradients.get(parameter));
        }
        for (int i = 0; i < passes.size(); i++) {
            for (BatchStatistics layer : passes.get(i).statistics()) {
                place(builder, "pass" + i + "/" + layer.meanBuffer(), layer.mean());
                place(builder, "pass" + i + "/" + layer.varianceBuffer(), layer.variance());
            }
        }
        return new StepMeasure(
                builder.measure(),
                graph.inputs().stream().mapToLong(Tensor::length).sum());
    }

    /** A result that lives in a flat vector; a parameter that the loss does not reach has no gradient. */
    private static void place(PlanBuilder builder, String name, Tensor tensor) {
        if (tensor != null) {
            builder.output(name, tensor).outside(List.of(tensor));
        }
    }

    /** Bytes of intermediates and inputs. */
    public long bytes() {
        return plan.arenaBytes() + inputElements * plan.elementBytes();
    }
}
