package io.semisup4j.experiments.paws;

import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.data.drawn.DrawnShapes;
import io.semisup4j.data.drawn.ShapesSpec;
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

/**
 * PAWS and its supervised baseline on pictures that the suite draws itself: ten kinds of shapes, five labels a class.
 * Nothing published; our own figures are in docs/benchmarks.md.
 *
 * <p>Cost: under ten minutes on two cores. Needs nothing. Run: {@code mvn compile exec:java -Dexperiment=paws-shapes}
 */
public final class PawsShapes implements Experiment<ComparisonConfig> {
    /** The pictures are the same for every run's seed; what varies is which of them are labelled, and the training. */
    private static final long PICTURES = 1;

    @Override
    public String name() {
        return "paws-shapes";
    }

    @Override
    public String summary() {
        return "PAWS beside a supervised baseline on drawn pictures, 5 labels a class; needs no data, under 10 minutes";
    }

    @Override
    public ComparisonConfig config() {
        return new ComparisonConfig(
                5,
                new PawsConfig(
                        new NetConfig("wide_resnet10w1", 64, false),
                        // Smaller views than CIFAR's: the same shares of the picture at half the cost.
                        new ViewsConfig(24, 0.75, 1, 2, 14, 0.3, 0.75, 0.5),
                        new BatchConfig(64, 10, 5, 2),
                        LossConfig.published(),
                        // A longer, lower warm-up than published: small batches fall into the uniform solution.
                        OptimisationConfig.lars(24, 5, 0.1, 1.6, 0.016)),
                SnnFineTuneConfig.none(),
                // More pictures than PAWS reads: 225,000 against 213,000 (24 epochs, 64 + 50 a step).
                new SupervisedConfig(128, new OptimisationConfig(45, 2, 0.01, 0.1, 0, 0.9, true, 5e-4, false)),
                new RunConfig(1, 1, 2, 0));
    }

    @Override
    public Outcome run(Run run, ComparisonConfig config) {
        Cifar10 pictures = Cifar10.load(DrawnShapes.ensure(ShapesSpec.of(PICTURES), DrawnShapes.defaultCacheRoot()));
        return PawsComparison.run(run, config, pictures);
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(PawsShapes.class, args);
    }
}
