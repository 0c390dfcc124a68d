package io.semisup4j.paws.simclr;

import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.encoder.ViewsForward;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.paws.loss.SimClrLoss;
import io.semisup4j.paws.loss.SuncetLoss;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.training.net.StepMeasure;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;

/** The forward and backward pass of a SimCLR+CT step, compiled. */
final class SimclrCtForward {
    /** Input: supports, then view 1 and view 2 of the images, [S + 2B, H, W, 3]. */
    static final String VIEWS = "views";
    /** Input: what SuNCEt counts in the sum, [1]; 0 once the supervised epochs are over. */
    static final String SUNCET_WEIGHT = "suncet-weight";

    private static final String LABELS = "labels";

    private SimclrCtForward() {}

    /**
     * Compiles it; outputs are the pure losses {@code simclr} and {@code suncet}, and {@code loss}, their sum.
     *
     * <p>All views of all devices that train the net share batch statistics; they go through the encoder in one pass.
     * The published code has the supports last; within a pass the order changes nothing but roundings.
     *
     * @param temperature tau of both losses
     * @param size side of the views in pixels
     */
    static TrainingPlan compile(
            Encoder encoder, TrainedNet net, double temperature, BatchShape shape, int size, SupportLabels labels) {
        Graph graph = new Graph(net.parameters().dataType());
        Group group = net.group();
        SimClrLoss simclr = new SimClrLoss(temperature);
        SuncetLoss suncet = new SuncetLoss(temperature);
        Written written = new Writer(
                        encoder, graph, group, z -> simclr.of(z, group), (z, matrix) -> suncet.of(z, matrix, group))
                .write(shape, size, labels.rows(), labels.columns());
        TrainingPlan plan = TrainingPlan.compile(net, graph, written.sum(), written.passes(), written.outputs());
        plan.write(LABELS, labels.matrix());
        return plan;
    }

    /**
     * What {@link #compile} would take of the memory on one device in float; nothing of it is taken, not even the net.
     *
     * @param columns C, columns of the label matrix
     */
    static StepMeasure measure(Encoder encoder, double temperature, BatchShape shape, int size, int columns) {
        Graph graph = new Graph(DataType.FLOAT);
        Written written = new Writer(
                        encoder,
                        graph,
                        Group.alone(),
                        new SimClrLoss(temperature)::outline,
                        new SuncetLoss(temperature)::outline)
                .write(shape, size, shape.supports(), columns);
        return StepMeasure.of(graph, written.sum(), written.passes(), written.outputs());
    }

    private record Written(Tensor simclr, Tensor suncet, Tensor sum, List<Pass> passes) {
        Map<String, Tensor> outputs() {
            return Map.of("simclr", simclr, "suncet", suncet);
        }
    }

    /** Writes the step of one of a group of devices into a graph. */
    private record Writer(
            Encoder encoder,
            Graph graph,
            Group group,
            UnaryOperator<Tensor> simclrLoss,
            BinaryOperator<Tensor> suncetLoss) {

        /** With a label matrix of the supports of all devices. */
        Written write(BatchShape shape, int size, long labelRows, long columns) {
            ViewsForward forward = new ViewsForward(encoder, graph, new Declarations(), () -> Pass.train(group));
            Tensor views = graph.input(VIEWS, shape.largeRows(), size, size, 3);
            ViewsForward.Outputs out = forward.groups(List.of(views));
            Tensor supports = Shapes.rows(out.z(), 0, shape.supports());
            Tensor images = Shapes.rows(out.z(), shape.supports(), shape.largeRows());
            Tensor simclr = simclrLoss.apply(images);
            Tensor suncet = suncetLoss.apply(supports, graph.input(LABELS, labelRows, columns));
            Tensor weighted = Arithmetic.multiply(suncet, graph.input(SUNCET_WEIGHT, 1));
            return new Written(simclr, suncet, Arithmetic.add(simclr, weighted), out.passes());
        }
    }
}
