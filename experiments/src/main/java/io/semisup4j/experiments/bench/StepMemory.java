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
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.Replica;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Repeats one supervised training step on random images and watches time, images per second and resident memory, which
 * must stay flat. With {@code -Ddevices=N} every step is one of N devices together.
 *
 * <p>Cost: a minute. Needs nothing. Run: {@code mvn compile exec:java -Dexperiment=step-memory -Dset.steps=300}
 */
public final class StepMemory implements Experiment<StepMemoryConfig> {
    private static final int WARM_UP = 20;
    private static final String ARENA = "arena.megabytes";

    @Override
    public String name() {
        return "step-memory";
    }

    @Override
    public String summary() {
        return "time, images/s and memory of a training step, WRN-28-2 by default, over 300 steps; needs no data";
    }

    @Override
    public StepMemoryConfig config() {
        return new StepMemoryConfig("wide_resnet28w2", 64, 32, 10, 300, true);
    }

    @Override
    public Outcome run(Run run, StepMemoryConfig config) {
        Encoder encoder = Encoder.linearClassifier(Backbones.named(config.backbone()), config.classes());
        TrainedNet net = new TrainedNet(NetState.initial(encoder.layout(), 1, DataType.FLOAT));
        try (DeviceStep step = DeviceStep.of(run.devices(), worker -> replica(encoder, net.replica(worker), config))) {
            return measure(run, config, step);
        }
    }

    private static Outcome measure(Run run, StepMemoryConfig config, DeviceStep step) {
        double start = 0;
        double arena = 0;
        double[] milliseconds = new double[config.steps()];
        for (int i = -WARM_UP; i < config.steps(); i++) {
            if (run.stop().requested()) {
                return Outcome.stopped();
            }
            if (i == 0) {
                start = ResidentMemory.megabytes();
            }
            long begin = System.nanoTime();
            arena = step.run(i).metrics().get(ARENA);
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        double median = milliseconds[config.steps() / 2];
        return Outcome.complete(Map.of(
                "step.milliseconds",
                median,
                "images.per.second",
                run.devices() * config.batch() / median * 1000,
                ARENA,
                arena,
                "rss.start.megabytes",
                start,
                "rss.end.megabytes",
                ResidentMemory.megabytes()));
    }

    private static Replica replica(Encoder encoder, TrainedNet net, StepMemoryConfig config) {
        TrainingPlan plan = plan(encoder, net, config);
        Sgd optimiser = net.optimiser(SgdSettings.plain(0.9, true, ParameterGroups.single(5e-4, false)));
        double arena = plan.plan().memory().arenaBytes() / 1e6;
        return new Replica(
                step -> {
                    plan.run();
                    optimiser.apply(net.parameters(), net.gradients(), 0.001);
                    return StepResult.of(Map.of(ARENA, arena));
                },
                Map.of("net", net, "optimiser", optimiser),
                List.of());
    }

    private static TrainingPlan plan(Encoder encoder, TrainedNet net, StepMemoryConfig config) {
        Graph graph = new Graph(DataType.FLOAT);
        Pass pass = config.synchronised() ? Pass.train(net.group()) : Pass.train();
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
