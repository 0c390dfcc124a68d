package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.ImagenetSoftNnConfig;
import io.semisup4j.paws.config.LabelsConfig;
import io.semisup4j.paws.config.PicturesConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SoftNnConfig;
import io.semisup4j.paws.program.PretrainedNet;
import io.semisup4j.paws.program.Pretraining;
import io.semisup4j.paws.program.SimclrCtPretraining;
import io.semisup4j.paws.program.SoftNnEvaluation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Soft nearest-neighbour accuracy on ImageNet's validation images of an encoder that {@link PawsImagenet} or {@link
 * SimclrCtImagenet} has pre-trained, or of a published one: {@code paws-imagenet-10pct-snn-eval} 71.0 % (published),
 * {@code -200ep-snn-eval} 71.9 %, {@code -300ep-snn-eval} 73.1 %; {@code paws-imagenet-1pct-snn-eval} 61.5 %, 63.2 %,
 * 64.2 %; {@code simclr-ct-imagenet-10pct-snn-eval} without a published figure.
 *
 * <p>Cost: 178,000 forward passes (10 %). Needs {@code -Ddata.imagenet=DIR} with {@code 90percent.txt} or {@code
 * 99percent.txt} in it. Run: {@code mvn compile exec:java -Dexperiment=paws-imagenet-10pct-snn-eval
 * -Ddata.imagenet=DIR -Dset.from=RUN}
 */
public final class ImagenetSoftNn implements Experiment<ImagenetSoftNnConfig> {
    private final String name;
    private final String summary;
    private final String before;
    private final LabelsConfig labels;
    private final boolean usePred;

    private ImagenetSoftNn(String before, String summary, LabelsConfig labels, boolean usePred) {
        this.name = before + "-snn-eval";
        this.summary = summary + "; needs data.imagenet and from";
        this.before = before;
        this.labels = labels;
        this.usePred = usePred;
    }

    /** One for each pre-training. */
    public static Stream<ImagenetSoftNn> all() {
        return Stream.concat(
                PublishedRow.ALL.stream().map(ImagenetSoftNn::of),
                Stream.of(new ImagenetSoftNn(
                        "simclr-ct-imagenet-10pct",
                        "soft nearest neighbours after SimCLR+CT, ImageNet, 10 % labels, ResNet-50",
                        LabelsConfig.tenPercent(),
                        false)));
    }

    private static ImagenetSoftNn of(PublishedRow row) {
        String summary = String.format(
                Locale.ROOT, "soft nearest neighbours after PAWS, %s: %.1f %% (published)", row.words(), row.softNn());
        return new ImagenetSoftNn(row.experiment(), summary, row.config(), true);
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
    public ImagenetSoftNnConfig config() {
        return new ImagenetSoftNnConfig(
                null, PicturesConfig.all(), labels, SoftNnConfig.imagenet(usePred), new RunConfig(0, 2, 1, 0));
    }

    @Override
    public boolean published() {
        return true;
    }

    @Override
    public List<DataNeed> data(ImagenetSoftNnConfig config) {
        return List.of(ImagenetFolder.NEED);
    }

    @Override
    public List<String> missing(ImagenetSoftNnConfig config) {
        return From.missing(config.from(), before);
    }

    @Override
    public Outcome run(Run run, ImagenetSoftNnConfig config) {
        ImagenetFolder folder = ImagenetFolder.of(run, config.pictures());
        PretrainedNet net = PretrainedNet.open(config.from(), Pretraining.STAGE, SimclrCtPretraining.STAGE)
                .requireEmbedding();
        SoftNnEvaluation evaluation = SoftNnEvaluation.program(
                net.encoder(),
                net.state(),
                folder.data(config.labels(), config.softNn().size()),
                config.softNn(),
                config.run().loading(1));
        return Outcome.complete(evaluation.measure().metrics("softnn"));
    }

    /** Starts the first one; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(ImagenetSoftNn.class, args);
    }
}
