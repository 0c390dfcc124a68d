package io.semisup4j.experiments.paws;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.CifarSoftNnConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SoftNnConfig;
import io.semisup4j.paws.program.PawsData;
import io.semisup4j.paws.program.PretrainedNet;
import io.semisup4j.paws.program.Pretraining;
import io.semisup4j.paws.program.SnnFineTuning;
import io.semisup4j.paws.program.SoftNnEvaluation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Soft nearest-neighbour accuracy on CIFAR-10's test images of an encoder that {@link PawsCifar10SnnFineTune} has left, or
 * of a published one: about 96.0 +- 0.2 % (published, PAWS table 3).
 *
 * <p>Cost: 14,000 forward passes. Needs {@code -Ddata.cifar10=DIR}. Run: {@code mvn compile exec:java
 * -Dexperiment=paws-cifar10-4000-snn-eval -Ddata.cifar10=DIR -Dset.from=RUN}
 */
public final class PawsCifar10SoftNn implements Experiment<CifarSoftNnConfig> {
    private final String suffix;
    private final int splitSeed;

    private PawsCifar10SoftNn(String suffix, int splitSeed) {
        this.suffix = suffix;
        this.splitSeed = splitSeed;
    }

    /** One for the published pre-training and one for each list of labelled images. */
    public static Stream<PawsCifar10SoftNn> all() {
        return CifarFolder.seeds().map(seed -> new PawsCifar10SoftNn(seed.getKey(), seed.getValue()));
    }

    @Override
    public String name() {
        return "paws-cifar10-4000-snn-eval" + suffix;
    }

    @Override
    public String summary() {
        return "soft nearest neighbours after PAWS and fine-tuning, CIFAR-10, 4,000 labels (list " + splitSeed
                + "), WRN-28-2: 96.0 % (published); needs data.cifar10 and from";
    }

    @Override
    public CifarSoftNnConfig config() {
        return new CifarSoftNnConfig(splitSeed, null, SoftNnConfig.cifar(), new RunConfig(0, 2, 1, 0));
    }

    @Override
    public boolean published() {
        return true;
    }

    @Override
    public List<DataNeed> data(CifarSoftNnConfig config) {
        return List.of(CifarFolder.NEED);
    }

    @Override
    public List<String> missing(CifarSoftNnConfig config) {
        return From.missing(config.from(), "paws-cifar10-4000-snn-finetune" + suffix);
    }

    @Override
    public Outcome run(Run run, CifarSoftNnConfig config) {
        PawsData data =
                CifarFolder.data(run, config.splitSeed(), config.softNn().size());
        PretrainedNet net = PretrainedNet.open(config.from(), SnnFineTuning.STAGE, Pretraining.STAGE)
                .requireEmbedding();
        LoaderOptions loading = config.run().loading(1);
        return Outcome.complete(SoftNnEvaluation.program(net.encoder(), net.state(), data, config.softNn(), loading)
                .measure()
                .metrics("softnn"));
    }

    /** Starts the first one; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(PawsCifar10SoftNn.class, args);
    }
}
