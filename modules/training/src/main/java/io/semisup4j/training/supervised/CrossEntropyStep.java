package io.semisup4j.training.supervised;

import io.semisup4j.data.pipeline.Batch;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.CrossEntropy;
import io.semisup4j.engine.plan.Profile;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.training.feed.BatchFeed;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.Optimiser;
import io.semisup4j.training.schedule.Schedule;
import java.util.List;
import java.util.Map;

/** One step of supervised training: a batch of labelled pictures, softmax cross-entropy with hard labels. */
public final class CrossEntropyStep implements TrainStep {
    private static final String IMAGES = "images";
    private static final String TARGETS = "targets";

    private final TrainingPlan plan;
    private final TrainedNet net;
    private final Optimiser optimiser;
    private final Schedule schedule;
    private final BatchFeed feed;
    private final float[] targets;
    private final int classes;

    /**
     * Compiles the step.
     *
     * @param encoder a classifier; z are its logits
     * @param images shape of a batch, [N, H, W, 3]
     * @param feed part 0 holds the pictures of a batch
     */
    public CrossEntropyStep(
            Encoder encoder,
            TrainedNet net,
            long[] images,
            int classes,
            Optimiser optimiser,
            Schedule schedule,
            BatchFeed feed) {
        Graph graph = new Graph(net.parameters().dataType());
        Pass pass = Pass.train();
        Tensor x = graph.input(IMAGES, images);
        Tensor logits =
                encoder.apply(Scope.root(graph, new Declarations(), pass), x).z();
        Tensor loss = CrossEntropy.mean(logits, graph.input(TARGETS, images[0], classes));
        this.plan = TrainingPlan.compile(net, graph, loss, List.of(pass), Map.of("logits", logits));
        this.net = net;
        this.optimiser = optimiser;
        this.schedule = schedule;
        this.feed = feed;
        this.targets = new float[Math.toIntExact(images[0]) * classes];
        this.classes = classes;
    }

    @Override
    public StepResult run(long step) {
        Batch batch = feed.batch(step);
        plan.write(IMAGES, batch.array(0));
        oneHot(batch.plan().labels(0));
        plan.write(TARGETS, targets);
        plan.run();
        double rate = schedule.at(step);
        optimiser.apply(net.parameters(), net.gradients(), rate);
        return new StepResult(Map.of("loss", plan.number("loss"), "lr", rate), feed.waitSeconds());
    }

    /** Times of the steps so far; empty without {@code -Dprofile=true}. */
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
