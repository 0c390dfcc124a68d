package io.semisup4j.paws.finetune;

import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.paws.loss.SuncetLoss;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.net.StepMeasure;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.Optimiser;
import io.semisup4j.training.schedule.Schedule;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * One step of soft nearest-neighbour fine-tuning: SuNCEt on a class-balanced labelled batch, running statistics fixed
 * while the batch norms' weights and biases go on learning, as published.
 */
public final class SnnFineTuneStep implements TrainStep {
    private static final String IMAGES = "images";
    private static final String LABELS = "labels";

    /** Where steps get their batch, [N, H, W, 3], rows class by class in turn, view after view. */
    @FunctionalInterface
    public interface Source {
        float[] at(long step);
    }

    private final TrainingPlan plan;
    private final TrainedNet net;
    private final Optimiser optimiser;
    private final Schedule schedule;
    private final Source images;

    /**
     * Compiles the step.
     *
     * @param labels of the batch of all devices that train the net; published without smoothing
     * @param size side of the images in pixels
     */
    public SnnFineTuneStep(
            Encoder encoder,
            TrainedNet net,
            SuncetLoss loss,
            SupportLabels labels,
            int size,
            Optimiser optimiser,
            Schedule schedule,
            Source images) {
        Graph graph = new Graph(net.parameters().dataType());
        Group group = net.group();
        Tensor written = write(
                encoder, graph, labels.rows() / group.size(), size, labels, (z, matrix) -> loss.of(z, matrix, group));
        this.plan = TrainingPlan.compile(net, graph, written, List.of(), Map.of());
        this.net = net;
        this.optimiser = optimiser;
        this.schedule = schedule;
        this.images = images;
        plan.write(LABELS, labels.matrix());
    }

    /**
     * What the step of one device alone would take of the memory, found without taking it.
     *
     * @param labels of its own batch
     * @param size side of the images in pixels
     */
    public static StepMeasure measure(Encoder encoder, SuncetLoss loss, SupportLabels labels, int size) {
        Graph graph = new Graph(DataType.FLOAT);
        Tensor written = write(encoder, graph, labels.rows(), size, labels, loss::outline);
        return StepMeasure.of(graph, written, List.of(), Map.of());
    }

    private static Tensor write(
            Encoder encoder,
            Graph graph,
            long images,
            int size,
            SupportLabels labels,
            BinaryOperator<Tensor> lossOfEmbeddingsAndLabels) {
        Tensor x = graph.input(IMAGES, images, size, size, 3);
        Tensor z = encoder.apply(Scope.root(graph, new Declarations(), Pass.evaluation()), x)
                .z();
        return lossOfEmbeddingsAndLabels.apply(z, graph.input(LABELS, labels.rows(), labels.columns()));
    }

    @Override
    public StepResult run(long step) {
        plan.write(IMAGES, images.at(step));
        plan.run();
        double rate = schedule.at(step);
        optimiser.apply(net.parameters(), net.gradients(), rate);
        return StepResult.of(Map.of("loss", plan.number("loss"), "lr", rate));
    }
}
