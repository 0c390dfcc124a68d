package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.CifarLinearConfig;
import io.semisup4j.paws.config.LinearConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.program.LinearEvaluation;
import io.semisup4j.paws.program.PawsData;
import io.semisup4j.paws.program.PretrainedNet;
import io.semisup4j.paws.program.Pretraining;
import io.semisup4j.paws.program.SimclrCtPretraining;
import java.util.List;

/**
 * {@code paws-cifar10-4000-linear}: a linear classifier on the frozen backbone of an encoder that {@link PawsCifar10} has
 * pre-trained. An extension without a published figure.
 *
 * <p>Cost: 14,000 forward passes and a minute of training. Needs {@code -Ddata.cifar10=DIR}. Run: {@code mvn compile
 * exec:java -Dexperiment=paws-cifar10-4000-linear -Ddata.cifar10=DIR -Dset.from=RUN}
 */
public final class PawsCifar10Linear implements Experiment<CifarLinearConfig> {

    @Override
    public String name() {
        return "paws-cifar10-4000-linear";
    }

    @Override
    public String summary() {
        return "linear classifier on the frozen encoder of PAWS, CIFAR-10, 4,000 labels (extension); needs data.cifar10"
                + " and from";
    }

    @Override
    public CifarLinearConfig config() {
        return new CifarLinearConfig(
                CifarFolder.PUBLISHED_SEED, null, LinearConfig.cached(32, 256), new RunConfig(0, 2, 1, 0));
    }

    @Override
    public List<DataNeed> data(CifarLinearConfig config) {
        return List.of(CifarFolder.NEED);
    }

    @Override
    public List<String> missing(CifarLinearConfig config) {
        return From.missing(config.from(), "paws-cifar10-4000");
    }

    @Override
    public Outcome run(Run run, CifarLinearConfig config) {
        PawsData data =
                CifarFolder.data(run, config.splitSeed(), config.linear().size());
        PretrainedNet net = PretrainedNet.open(config.from(), Pretraining.STAGE, SimclrCtPretraining.STAGE);
        return new LinearEvaluation(config.linear(), data, config.run())
                .run(net.encoder(), net.state(), Stages.of(run, config.run()))
                .map(accuracy -> Outcome.complete(accuracy.metrics("linear")))
                .orElseGet(Outcome::stopped);
    }

    /** Starts the first one; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(PawsCifar10Linear.class, args);
    }
}
