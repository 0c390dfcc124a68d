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
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        List<Tensor> groups = new ArrayList<>();
        groups.add(graph.input(LARGE, shape.largeRows(), largeSize, largeSize, 3));
        if (shape.smallCrops() > 0) {
            groups.add(graph.input(SMALL, shape.smallRows(), smallSize, smallSize, 3));
        }
        ViewsForward forward = new ViewsForward(encoder, graph, new Declarations(), () -> Pass.train(net.group()));
        ViewsForward.Outputs out = forward.groups(groups);
        PawsLoss.Terms terms = loss(out, loss, shape, columns, net.group());
        return TrainingPlan.compile(
                net,
                graph,
                terms.total(),
                out.passes(),
                Map.of("ploss", terms.crossEntropy(), "rloss", terms.meanEntropy()));
    }

    private static PawsLoss.Terms loss(
            ViewsForward.Outputs out, PawsLoss loss, BatchShape shape, int columns, Group group) {
        Tensor labels = out.z().graph().input(LABELS, (long) group.size() * shape.supports(), columns);
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
