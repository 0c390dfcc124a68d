package io.semisup4j.experiments.paws;

import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.ComparisonConfig;
import io.semisup4j.paws.config.LossConfig;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.OptimisationConfig;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SnnFineTuneConfig;
import io.semisup4j.paws.config.SupervisedConfig;
import io.semisup4j.paws.config.ViewsConfig;
import java.util.List;

/**
 * PAWS and its supervised baseline on CIFAR-10, whole or in part, with few labels a class, at the size of a laptop.
 * Nothing published; our own figures are in docs/benchmarks.md.
 *
 * <p>Cost: see docs/benchmarks.md. Needs {@code -Ddata.cifar10=DIR}. Run: {@code mvn compile exec:java
 * -Dexperiment=paws-cifar10-few -Ddata.cifar10=DIR -Dset.labelsPerClass=40}
 */
public final class PawsCifar10FewLabels implements Experiment<ComparisonConfig> {

    @Override
    public String name() {
        return "paws-cifar10-few";
    }

    @Override
    public String summary() {
        return "PAWS beside a supervised baseline on CIFAR-10 with few labels a class, on two cores; needs data.cifar10";
    }

    @Override
    public ComparisonConfig config() {
        return new ComparisonConfig(
                40,
                new PawsConfig(
                        new NetConfig("wide_resnet10w1", 64, false),
                        // Smaller views than the published ones: the same shares of the picture at half the cost.
                        new ViewsConfig(24, 0.75, 1, 2, 14, 0.3, 0.75, 0.5),
                        new BatchConfig(64, 10, 10, 2),
                        LossConfig.published(),
                        OptimisationConfig.lars(80, 5, 0.1, 1.6, 0.016)),
                new SnnFineTuneConfig(30, 6, 0.1, 0.1, 0.01, SnnFineTuneConfig.Selection.LAST),
                // As many pictures as PAWS reads: 64 + 100 a step.
                new SupervisedConfig(64, new OptimisationConfig(208, 1, 0.01, 0.1, 0, 0.9, true, 5e-4, false)),
                new RunConfig(1, 1, 4, 0));
    }

    @Override
    public List<DataNeed> data(ComparisonConfig config) {
        return List.of(CifarFolder.NEED);
    }

    @Override
    public Outcome run(Run run, ComparisonConfig config) {
        return PawsComparison.run(run, config, Cifar10.load(run.data().folder(CifarFolder.NAME)));
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(PawsCifar10FewLabels.class, args);
    }
}
