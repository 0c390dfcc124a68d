package io.semisup4j.paws.pretrain;

import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.encoder.ViewsForward;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.paws.loss.PawsLoss;
import io.semisup4j.training.net.StepMeasure;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/** The forward and backward pass of a PAWS step, compiled. */
public final class PawsForward {
    /** Input: rows of the large part, [S + 2B, H, W, 3]. */
    public static final String LARGE = "large";
    /** Input: rows of the small part, [M B, h, w, 3]; absent without small crops. */
    public static final String SMALL = "small";
    /** Input: label matrix of the supports of all W devices, [W S, C]. */
    public static final String LABELS = "labels";

    private PawsForward() {}

    /**
     * Compiles it; outputs are {@code ploss}, {@code rloss} and {@code loss}. If several devices train the net, batch
     * norms are synchronised and the loss is that of the joint batch, as published.
     *
     * @param shape what one device sees
     * @param largeSize side of the large views in pixels
     * @param smallSize side of the small crops in pixels
     * @param columns C, columns of the label matrix
     */
    public static TrainingPlan compile(
            Encoder encoder,
            TrainedNet net,
            PawsLoss loss,
            BatchShape shape,
            int largeSize,
            int smallSize,
            int columns) {
        Graph graph = new Graph(net.parameters().dataType());
        Written written = new Writer(encoder, graph, net.group()).write(loss, shape, largeSize, smallSize, columns);
        return TrainingPlan.compile(net, graph, written.terms().total(), written.passes(), written.outputs());
    }

    /** What {@link #compile} would take of the memory in float; nothing of it is taken, not even the net. */
    public static StepMeasure measure(
            Encoder encoder, PawsLoss loss, BatchShape shape, int largeSize, int smallSize, int columns) {
        Graph graph = new Graph(DataType.FLOAT);
        Written written = new Writer(encoder, graph, Group.alone()).write(loss, shape, largeSize, smallSize, columns);
        return StepMeasure.of(graph, written.terms().total(), written.passes(), written.outputs());
    }

    private record Written(PawsLoss.Terms terms, List<Pass> passes) {
        Map<String, Tensor> outputs() {
            return Map.of("ploss", terms.crossEntropy(), "rloss", terms.meanEntropy());
        }
    }

    /** Writes the step of one of a group of devices into a graph. */
    private record Writer(Encoder encoder, Graph graph, Group group) {

        Written write(PawsLoss loss, BatchShape shape, int largeSize, int smallSize, int columns) {
            List<Tensor> groups = new ArrayList<>();
            groups.add(graph.input(LARGE, shape.largeRows(), largeSize, largeSize, 3));
            if (shape.smallCrops() > 0) {
                groups.add(graph.input(SMALL, shape.smallRows(), smallSize, smallSize, 3));
            }
            ViewsForward forward = new ViewsForward(encoder, graph, new Declarations(), () -> Pass.train(group));
            ViewsForward.Outputs out = forward.groups(groups);
            Tensor labels = graph.input(LABELS, (long) group.size() * shape.supports(), columns);
            return new Written(terms(out, loss, shape, labels), out.passes());
        }

        private PawsLoss.Terms terms(ViewsForward.Outputs out, PawsLoss loss, BatchShape shape, Tensor labels) {
            long supports = shape.supports();
            long batch = shape.images();
            Tensor h = out.h();
            Tensor z = out.z();
            Tensor view1 = Shapes.rows(h, supports, supports + batch);
            Tensor view2 = Shapes.rows(h, supports + batch, supports + 2 * batch);
            return loss.of(
                    Shapes.rows(z, supports, z.size(0)),
                    Shapes.rows(z, 0, supports),
                    labels,
                    Shapes.concat(List.of(Shapes.stopGradient(view2), Shapes.stopGradient(view1))),
                    Shapes.rows(h, 0, supports),
                    group);
        }
    }
}
