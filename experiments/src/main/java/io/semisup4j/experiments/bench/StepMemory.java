package io.semisup4j.experiments.bench;

import io.semisup4j.engine.runtime.ResidentMemory;
import io.semisup4j.experiments.bench.steps.BenchSteps;
import io.semisup4j.experiments.bench.steps.ReadyStep;
import io.semisup4j.experiments.bench.steps.SupervisedStep;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.state.NetState;
import java.util.Arrays;
import java.util.Map;
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
        SupervisedStep description = new SupervisedStep(
                BenchSteps.classifier(Backbones.named(config.backbone()), config.classes()),
                config.batch(),
                config.size(),
                config.classes(),
                Map.of());
        ReadyStep step = description.prepare(NetState.initial(description.layout(), 1, DataType.FLOAT));
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
            step.run();
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        return Outcome.complete(Map.of(
                "step.milliseconds",
                milliseconds[config.steps() / 2],
                "arena.megabytes",
                step.plan().plan().memory().arenaBytes() / 1e6,
                "rss.start.megabytes",
                start,
                "rss.end.megabytes",
                ResidentMemory.megabytes()));
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(StepMemory.class, args);
    }
}
