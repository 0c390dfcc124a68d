package io.semisup4j.experiments.example;

import io.semisup4j.data.pipeline.Batch;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Shapes;
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

/** Place 3, the step: data in, metrics out; forward, backward and running statistics are one compiled plan. */
final class EntropyStep implements TrainStep {
    private final TrainingPlan plan;
    private final TrainedNet net;
    private final Optimiser optimiser;
    private final Schedule schedule;
    private final BatchFeed feed;
    private final int labelled;
    private final int classes;

    /** Compiles it for {@code batch} labelled and as many unlabelled pictures of {@code size} pixels a side. */
    EntropyStep(
            Encoder classifier,
            TrainedNet net,
            EntropyConfig config,
            int size,
            int classes,
            Optimiser optimiser,
            Schedule schedule,
            BatchFeed feed) {
        int batch = config.batch();
        Graph graph = new Graph(net.parameters().dataType());
        Pass pass = Pass.train();
        Tensor images = graph.input("images", 2L * batch, size, size, 3);
        Tensor logits = classifier
                .apply(Scope.root(graph, new Declarations(), pass), images)
                .z(); // 2 batch x C
        Tensor loss = new EntropyLoss(config.weight())
                .of(
                        Shapes.rows(logits, 0, batch),
                        graph.input("targets", batch, classes),
                        Shapes.rows(logits, batch, 2L * batch));
        this.plan = TrainingPlan.compile(net, graph, loss, List.of(pass), Map.of());
        this.net = net;
        this.optimiser = optimiser;
        this.schedule = schedule;
        this.feed = feed;
        this.labelled = batch;
        this.classes = classes;
    }

    @Override
    public StepResult run(long step) {
        Batch batch = feed.batch(step);
        plan.write("images", batch.array(0));
        plan.write("targets", oneHot(batch.plan().labels(0)));
        plan.run();
        double rate = schedule.at(step);
        optimiser.apply(net.parameters(), net.gradients(), rate);
        return new StepResult(Map.of("loss", plan.number("loss"), "lr", rate), feed.waitSeconds());
    }

    /** Of the labelled rows only: nobody looks at the labels of the others. */
    private float[] oneHot(int[] labels) {
        float[] targets = new float[labelled * classes];
        for (int i = 0; i < labelled; i++) {
            targets[i * classes + labels[i]] = 1;
        }
        return targets;
    }
}
