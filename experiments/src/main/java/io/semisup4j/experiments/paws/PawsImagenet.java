package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.ImagenetConfig;
import io.semisup4j.paws.config.LabelsConfig;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.PicturesConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.program.PawsData;
import io.semisup4j.paws.program.Pretraining;
import io.semisup4j.training.net.TrainedNet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PAWS pre-training on ImageNet (published on 64 GPUs, top-1 on the validation images):
 *
 * <pre>
 * experiment                           soft NN   fine-tuned
 * paws-imagenet-10pct                   71.0 %    73.9 %
 * paws-imagenet-10pct-200ep             71.9 %    75.0 %
 * paws-imagenet-10pct-300ep             73.1 %    75.5 %
 * paws-imagenet-1pct                    61.5 %    63.8 %
 * paws-imagenet-1pct-200ep              63.2 %    66.1 %
 * paws-imagenet-1pct-300ep              64.2 %    66.5 %
 * paws-imagenet-coinflip                labels by coin flips; no published figure
 * paws-imagenet-10pct-resnet50w2, -w4   wider nets; no published figure
 * </pre>
 *
 * <p>Cost: 31,200 steps of 39,488 views for each 100 epochs (64 GPUs). Needs {@code -Ddata.imagenet=DIR} with the lists
 * {@code 90percent.txt} or {@code 99percent.txt} in it. Run: {@code mvn compile exec:java
 * -Dexperiment=paws-imagenet-10pct -Ddata.imagenet=DIR}
 */
public final class PawsImagenet implements Experiment<ImagenetConfig> {
    private static final Logger LOG = LoggerFactory.getLogger(PawsImagenet.class);
    private static final int PUBLISHED_DEVICES = 64;

    private final String name;
    private final String summary;
    private final LabelsConfig labels;
    private final PawsConfig paws;

    private PawsImagenet(String name, String summary, LabelsConfig labels, PawsConfig paws) {
        this.name = name;
        this.summary = "PAWS, " + summary + "; needs data.imagenet";
        this.labels = labels;
        this.paws = paws;
    }

    /** All runs, the published rows first. */
    public static Stream<PawsImagenet> all() {
        return Stream.concat(
                PublishedRow.ALL.stream().map(PawsImagenet::of),
                Stream.of(
                        new PawsImagenet(
                                "paws-imagenet-coinflip",
                                "ImageNet, labels by coin flips (labels.unlabeledFraction), ResNet-50, 100 epochs",
                                LabelsConfig.coinFlip(0.9),
                                PawsConfig.imagenet()),
                        wide(2, 4096),
                        wide(4, 8192)));
    }

    private static PawsImagenet of(PublishedRow row) {
        PawsConfig standard = PawsConfig.imagenet();
        return new PawsImagenet(
                row.experiment(),
                String.format(
                        Locale.ROOT,
                        "%s: %.1f %% soft NN, %.1f %% fine-tuned (published)",
                        row.words(),
                        row.softNn(),
                        row.fineTuned()),
                row.config(),
                standard.withOptimisation(standard.optimisation().withEpochs(row.epochs())));
    }

    private static PawsImagenet wide(int widening, int outputDim) {
        String backbone = "resnet50w" + widening;
        return new PawsImagenet(
                "paws-imagenet-10pct-" + backbone,
                "ImageNet, 10 % labels, " + backbone + ", 100 epochs",
                LabelsConfig.tenPercent(),
                PawsConfig.imagenet().withNet(new NetConfig(backbone, outputDim, true)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public ImagenetConfig config() {
        return new ImagenetConfig(PicturesConfig.all(), labels, paws, new RunConfig(0, 2, 10, 0));
    }

    @Override
    public boolean published() {
        return true;
    }

    @Override
    public List<DataNeed> data(ImagenetConfig config) {
        return List.of(ImagenetFolder.NEED);
    }

    @Override
    public Outcome run(Run run, ImagenetConfig config) {
        PawsData data = ImagenetFolder.of(run, config.pictures())
                .data(config.labels(), config.paws().views());
        tellScale(config.paws().batch());
        Encoder encoder = config.paws().net().encoder();
        TrainedNet net =
                new TrainedNet(NetState.initial(encoder.layout(), config.run().seed(), DataType.FLOAT));
        Pretraining pretraining = new Pretraining(config.paws(), data, config.run());
        if (!pretraining.train(encoder, net, Stages.of(run, config.run())).finished()) {
            return Outcome.stopped();
        }
        return Outcome.complete(pretraining.evaluation(encoder, net).measure().metrics("paws.softnn"));
    }

    private static void tellScale(BatchConfig batch) {
        BatchConfig published = PawsConfig.imagenet().batch();
        LOG.info(
                "A device sees {} images and {} supports of {} classes a step. The published runs have {} devices with"
                        + " {} images and {} supports of {} other classes each: with W devices set batch.images and"
                        + " batch.supportClasses to {} / W and {} / W for the same step.",
                batch.images(),
                batch.shape(0).supports(),
                batch.supportClasses(),
                PUBLISHED_DEVICES,
                published.images(),
                published.shape(0).supports(),
                published.supportClasses(),
                PUBLISHED_DEVICES * published.images(),
                PUBLISHED_DEVICES * published.supportClasses());
    }

    /** Starts the first run; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(PawsImagenet.class, args);
    }
}
