package io.semisup4j.experiments.paws;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.CifarSnnFineTuneConfig;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SnnFineTuneConfig;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.paws.program.PawsData;
import io.semisup4j.paws.program.PretrainedNet;
import io.semisup4j.paws.program.Pretraining;
import io.semisup4j.paws.program.SnnFineTuning;
import io.semisup4j.paws.program.SoftNnEvaluation;
import io.semisup4j.training.net.TrainedNet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Soft nearest-neighbour fine-tuning on CIFAR-10 of an encoder that {@link PawsCifar10} has pre-trained: about 96.0 +- 0.2 %
 * (published, PAWS table 3).
 *
 * <p>Cost: 180 steps of 1,280 images and 31 evaluations. Needs {@code -Ddata.cifar10=DIR}. Run: {@code mvn compile
 * exec:java -Dexperiment=paws-cifar10-4000-snn-finetune -Ddata.cifar10=DIR -Dset.from=RUN}
 */
public final class PawsCifar10SnnFineTune implements Experiment<CifarSnnFineTuneConfig> {
    private final String suffix;
    private final int splitSeed;

    private PawsCifar10SnnFineTune(String suffix, int splitSeed) {
        this.suffix = suffix;
        this.splitSeed = splitSeed;
    }

    /** One for the published pre-training and one for each list of labelled images. */
    public static Stream<PawsCifar10SnnFineTune> all() {
        return CifarFolder.seeds().map(seed -> new PawsCifar10SnnFineTune(seed.getKey(), seed.getValue()));
    }

    @Override
    public String name() {
        return "paws-cifar10-4000-snn-finetune" + suffix;
    }

    @Override
    public String summary() {
        return "soft nearest-neighbour fine-tuning after PAWS, CIFAR-10, 4,000 labels (list " + splitSeed
                + "), WRN-28-2: 96.0 % (published); needs data.cifar10 and from";
    }

    @Override
    public CifarSnnFineTuneConfig config() {
        return new CifarSnnFineTuneConfig(
                splitSeed,
                null,
                ViewsConfig.cifar().largeSize(),
                PawsConfig.cifar().batch(),
                SnnFineTuneConfig.cifar(),
                new RunConfig(0, 2, 1, 0));
    }

    @Override
    public boolean published() {
        return true;
    }

    @Override
    public List<DataNeed> data(CifarSnnFineTuneConfig config) {
        return List.of(CifarFolder.NEED);
    }

    @Override
    public List<String> missing(CifarSnnFineTuneConfig config) {
        return From.missing(config.from(), "paws-cifar10-4000" + suffix);
    }

    @Override
    public Outcome run(Run run, CifarSnnFineTuneConfig config) {
        PawsData data = CifarFolder.data(run, config.splitSeed(), config.size());
        PretrainedNet pretrained =
                PretrainedNet.open(config.from(), Pretraining.STAGE).requireEmbedding();
        Encoder encoder = pretrained.encoder();
        TrainedNet net = new TrainedNet(pretrained.state());
        SnnFineTuning tuning = new SnnFineTuning(config.fineTuning(), config.batch(), "batch", data, config.run());
        if (!tuning.train(encoder, net, Stages.of(run, config.run())).finished()) {
            return Outcome.stopped();
        }
        LoaderOptions loading = config.run().loading(1);
        double temperature = config.fineTuning().temperature();
        return Outcome.complete(new SoftNnEvaluation(encoder, net.state(), data, temperature, loading)
                .measure()
                .metrics("paws.finetuned"));
    }

    /** Starts the first one; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(PawsCifar10SnnFineTune.class, args);
    }
}
