package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.FineTuneConfig;
import io.semisup4j.paws.config.ImagenetFineTuneConfig;
import io.semisup4j.paws.config.LabelsConfig;
import io.semisup4j.paws.config.PicturesConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.program.CrossEntropyFineTuning;
import io.semisup4j.paws.program.PretrainedNet;
import io.semisup4j.paws.program.Pretraining;
import io.semisup4j.paws.program.SimclrCtPretraining;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Cross-entropy fine-tuning on ImageNet of an encoder that {@link PawsImagenet} or {@link SimclrCtImagenet} has
 * pre-trained: {@code paws-imagenet-10pct-finetune} 73.9 % (published), {@code -200ep-finetune} 75.0 %, {@code
 * -300ep-finetune} 75.5 %; {@code paws-imagenet-1pct-finetune} 63.8 %, 66.1 %, 66.5 %; {@code
 * simclr-ct-imagenet-10pct-finetune} without a published figure. With 1 % of the labels the learning rate is not
 * published; that of 10 % stands in.
 *
 * <p>Cost: 50 epochs of 125 steps of 1,024 images (10 %). Needs {@code -Ddata.imagenet=DIR} with {@code 90percent.txt} or
 * {@code 99percent.txt} and {@code val.txt} in it. Run: {@code mvn compile exec:java
 * -Dexperiment=paws-imagenet-10pct-finetune -Ddata.imagenet=DIR -Dset.from=RUN}
 */
public final class ImagenetFineTune implements Experiment<ImagenetFineTuneConfig> {
    private final String name;
    private final String summary;
    private final String before;
    private final LabelsConfig labels;

    private ImagenetFineTune(String before, String summary, LabelsConfig labels) {
        this.name = before + "-finetune";
        this.summary = summary + "; needs data.imagenet and from";
        this.before = before;
        this.labels = labels;
    }

    /** One for each pre-training. */
    public static Stream<ImagenetFineTune> all() {
        return Stream.concat(
                PublishedRow.ALL.stream().map(ImagenetFineTune::of),
                Stream.of(new ImagenetFineTune(
                        "simclr-ct-imagenet-10pct",
                        "fine-tuning after SimCLR+CT, ImageNet, 10 % labels, ResNet-50",
                        LabelsConfig.tenPercent())));
    }

    private static ImagenetFineTune of(PublishedRow row) {
        String summary = String.format(
                Locale.ROOT, "fine-tuning after PAWS, %s: %.1f %% (published)", row.words(), row.fineTuned());
        return new ImagenetFineTune(row.experiment(), summary, row.config());
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
    public ImagenetFineTuneConfig config() {
        return new ImagenetFineTuneConfig(
                null, PicturesConfig.all(), labels, FineTuneConfig.imagenet(), new RunConfig(0, 2, 1, 0));
    }

    @Override
    public boolean published() {
        return true;
    }

    @Override
    public List<DataNeed> data(ImagenetFineTuneConfig config) {
        return List.of(ImagenetFolder.NEED);
    }

    @Override
    public List<String> missing(ImagenetFineTuneConfig config) {
        return From.missing(config.from(), before);
    }

    @Override
    public Outcome run(Run run, ImagenetFineTuneConfig config) {
        ImagenetFolder folder = ImagenetFolder.of(run, config.pictures());
        PretrainedNet pretrained = PretrainedNet.open(config.from(), Pretraining.STAGE, SimclrCtPretraining.STAGE);
        CrossEntropyFineTuning tuning = new CrossEntropyFineTuning(
                config.fineTuning(),
                folder.data(config.labels(), config.fineTuning().size()),
                folder.heldOut(config.labels()),
                config.run(),
                pretrained.encoder(),
                pretrained.source().weights());
        return tuning.train(Stages.of(run, config.run())).finished()
                ? Outcome.complete(tuning.measure().metrics("finetune"))
                : Outcome.stopped();
    }

    /** Starts the first one; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(ImagenetFineTune.class, args);
    }
}
