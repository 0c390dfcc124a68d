package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.ImagenetLinearConfig;
import io.semisup4j.paws.config.LabelsConfig;
import io.semisup4j.paws.config.LinearConfig;
import io.semisup4j.paws.config.PicturesConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.program.LinearEvaluation;
import io.semisup4j.paws.program.PawsData;
import io.semisup4j.paws.program.PretrainedNet;
import io.semisup4j.paws.program.Pretraining;
import io.semisup4j.paws.program.SimclrCtPretraining;
import java.util.List;

/**
 * {@code paws-imagenet-10pct-linear}: a linear classifier on the frozen backbone of an encoder that {@link PawsImagenet}
 * has pre-trained. An extension without a published figure.
 *
 * <p>Cost: 178,000 forward passes and minutes of training. Needs {@code -Ddata.imagenet=DIR} with {@code 90percent.txt} in
 * it. Run: {@code mvn compile exec:java -Dexperiment=paws-imagenet-10pct-linear -Ddata.imagenet=DIR -Dset.from=RUN}
 */
public final class PawsImagenetLinear implements Experiment<ImagenetLinearConfig> {

    @Override
    public String name() {
        return "paws-imagenet-10pct-linear";
    }

    @Override
    public String summary() {
        return "linear classifier on the frozen encoder of PAWS, ImageNet, 10 % labels (extension); needs data.imagenet"
                + " and from";
    }

    @Override
    public ImagenetLinearConfig config() {
        return new ImagenetLinearConfig(
                null,
                PicturesConfig.all(),
                LabelsConfig.tenPercent(),
                LinearConfig.cached(224, 256),
                new RunConfig(0, 2, 1, 0));
    }

    @Override
    public List<DataNeed> data(ImagenetLinearConfig config) {
        return List.of(ImagenetFolder.NEED);
    }

    @Override
    public List<String> missing(ImagenetLinearConfig config) {
        return From.missing(config.from(), "paws-imagenet-10pct");
    }

    @Override
    public Outcome run(Run run, ImagenetLinearConfig config) {
        ImagenetFolder folder = ImagenetFolder.of(run, config.pictures());
        PretrainedNet net = PretrainedNet.open(config.from(), Pretraining.STAGE, SimclrCtPretraining.STAGE);
        PawsData data = folder.data(config.labels(), config.linear().size());
        return new LinearEvaluation(config.linear(), data, config.run())
                .run(net.encoder(), net.state(), Stages.of(run, config.run()))
                .map(accuracy -> Outcome.complete(accuracy.metrics("linear")))
                .orElseGet(Outcome::stopped);
    }

    /** Starts the first one; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(PawsImagenetLinear.class, args);
    }
}
