package io.semisup4j.training.supervised;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.CrossEntropy;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.plan.PlanMemory;
import io.semisup4j.engine.plan.Profile;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.net.StepMeasure;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.Optimiser;
import io.semisup4j.training.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One step of supervised training: a batch of labelled pictures, softmax cross-entropy with hard labels. */
public final class CrossEntropyStep implements TrainStep {
    private static final String IMAGES = "images";
    private static final String TARGETS = "targets";

    private final TrainingPlan plan;
    private final TrainedNet net;
    private final Optimiser optimiser;
    private final Schedule schedule;
    private final LabelledViews.Source source;
    private final float[] targets;
    private final int classes;

    /**
     * Where the pictures of a step stand.
     *
     * @param images shape of the whole batch, [N, H, W, 3]
     * @param devices equal parts of the batch, each with batch statistics of its own, as processes without synchronised
     *     batch norm have; the running statistics are those of the first part, as data-parallel programs broadcast them
     */
    public record Layout(long[] images, int devices) {
        public Layout {
            if (devices < 1 || images[0] % devices != 0) {
                throw new IllegalArgumentException(
                        "a batch of " + images[0] + " pictures cannot be shared evenly by " + devices + " devices");
            }
        }

        /** The whole batch with statistics of its own. */
        public static Layout whole(long... images) {
            return new Layout(images, 1);
        }
    }

    /**
     * Compiles the step.
     *
     * @param encoder a classifier; z are its logits
     */
    public CrossEntropyStep(
            Encoder encoder,
            TrainedNet net,
            Layout layout,
            int classes,
            Optimiser optimiser,
            Schedule schedule,
            LabelledViews.Source source) {
        Graph graph = new Graph(net.parameters().dataType());
        Written written = write(encoder, graph, layout, classes);
        this.plan =
                TrainingPlan.compile(net, graph, written.loss(), written.tracked(), Map.of("logits", written.logits()));
        this.net = net;
        this.optimiser = optimiser;
        this.schedule = schedule;
        this.source = source;
        this.targets = new float[Math.toIntExact(layout.images()[0]) * classes];
        this.classes = classes;
    }

    /** What the step would take of the memory, found without taking it. */
    public static StepMeasure measure(Encoder encoder, Layout layout, int classes) {
        Graph graph = new Graph(DataType.FLOAT);
        Written written = write(encoder, graph, layout, classes);
        return StepMeasure.of(graph, written.loss(), written.tracked(), Map.of("logits", written.logits()));
    }

    /**
     * A step in a graph.
     *
     * @param logits N x C
     * @param tracked the pass whose statistics the running ones follow
     */
    private record Written(Tensor loss, Tensor logits, List<Pass> tracked) {}

    private static Written write(Encoder encoder, Graph graph, Layout layout, int classes) {
        Declarations declarations = new Declarations();
        Tensor x = graph.input(IMAGES, layout.images());
        long part = layout.images()[0] / layout.devices();
        List<Pass> passes = new ArrayList<>();
        List<Tensor> parts = new ArrayList<>();
        for (int device = 0; device < layout.devices(); device++) {
            Pass pass = Pass.train();
            Tensor own = layout.devices() == 1 ? x : Shapes.rows(x, device * part, (device + 1) * part);
            parts.add(encoder.apply(Scope.root(graph, declarations, pass), own).z());
            passes.add(pass);
        }
        Tensor logits = Shapes.concat(parts);
        Tensor loss = CrossEntropy.mean(logits, graph.input(TARGETS, layout.images()[0], classes));
        return new Written(loss, logits, passes.subList(0, 1));
    }

    @Override
    public StepResult run(long step) {
        LabelledViews batch = source.at(step);
        plan.write(IMAGES, batch.images());
        oneHot(batch.labels());
        plan.write(TARGETS, targets);
        plan.run();
        double rate = schedule.at(step);
        optimiser.apply(net.parameters(), net.gradients(), rate);
        return new StepResult(Map.of("loss", plan.number("loss"), "lr", rate), batch.waitSeconds());
    }

    /** Logits of the last step, N x C; overwritten by the next one. */
    public INDArray logits() {
        return plan.plan().output("logits");
    }

    /** What its intermediates occupy. */
    public PlanMemory memory() {
        return plan.plan().memory();
    }

    @Override
    public Profile profile() {
        return plan.profile();
    }

    private void oneHot(int[] labels) {
        java.util.Arrays.fill(targets, 0);
        for (int i = 0; i < labels.length; i++) {
            targets[i * classes + labels[i]] = 1;
        }
    }
}
