package io.semisup4j.experiments.bench;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.CrossEntropy;
import io.semisup4j.engine.runtime.ResidentMemory;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Repeats one supervised training step on random images and watches time and resident memory, which must stay flat.
 *
 * <p>Cost: a minute. Needs nothing. Run: {@code mvn compile exec:java -Dexperiment=step-memory -Dset.steps=300}
 */
public final class StepMemory implements Experiment<StepMemoryConfig> {
    private static final int WARM_UP = 20;

    @Override
    public String name() {
        return "step-memory";
    }

    @Override
    public String summary() {
        return "time and resident memory of a training step, WRN-28-2 by default, over 300 steps; needs no data";
    }

    @Override
    public StepMemoryConfig config() {
        return new StepMemoryConfig("wide_resnet28w2", 64, 32, 10, 300);
    }

    @Override
    public Outcome run(Run run, StepMemoryConfig config) {
        Encoder encoder = Encoder.linearClassifier(Backbones.named(config.backbone()), config.classes());
        TrainedNet net = new TrainedNet(NetState.initial(encoder.layout(), 1, DataType.FLOAT));
        TrainingPlan plan = plan(encoder, net, config);
        Sgd optimiser = net.optimiser(SgdSettings.plain(0.9, true, ParameterGroups.single(5e-4, false)));
        double start = 0;
        double[] milliseconds = new double[config.steps()];
        for (int i = -WARM_UP; i < config.steps(); i++) {
            if (run.stop().requested()) {
                return Outcome.stopped();
            }
            if (i == 0) {
                start = ResidentMemory.megabytes();
            }
            long begin = System.nanoTime();
            plan.run();
            optimiser.apply(net.parameters(), net.gradients(), 0.001);
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        return Outcome.complete(Map.of(
                "step.milliseconds",
                milliseconds[config.steps() / 2],
                "arena.megabytes",
                plan.plan().memory().arenaBytes() / 1e6,
                "rss.start.megabytes",
                start,
                "rss.end.megabytes",
                ResidentMemory.megabytes()));
    }

    private static TrainingPlan plan(Encoder encoder, TrainedNet net, StepMemoryConfig config) {
        Graph graph = new Graph(DataType.FLOAT);
        Pass pass = Pass.train();
        Tensor images = graph.input("images", config.batch(), config.size(), config.size(), 3);
        Tensor logits = encoder.apply(Scope.root(graph, new Declarations(), pass), images)
                .z();
        Tensor targets = graph.input("targets", config.batch(), config.classes());
        TrainingPlan plan =
                TrainingPlan.compile(net, graph, CrossEntropy.mean(logits, targets), List.of(pass), Map.of());
        SplittableRandom random = new SplittableRandom(1);
        float[] pixels = new float[Math.toIntExact(images.length())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        float[] oneHot = new float[config.batch() * config.classes()];
        for (int row = 0; row < config.batch(); row++) {
            oneHot[row * config.classes() + row % config.classes()] = 1;
        }
        plan.write("images", pixels);
        plan.write("targets", oneHot);
        return plan;
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(StepMemory.class, args);
    }
}
