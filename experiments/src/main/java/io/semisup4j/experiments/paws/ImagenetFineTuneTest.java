package io.semisup4j.experiments.paws;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.folder.ImageFolder;
import io.semisup4j.data.split.Split;
import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.ImagenetTestConfig;
import io.semisup4j.paws.config.PicturesConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.program.ClassifierAccuracy;
import io.semisup4j.paws.program.CrossEntropyFineTuning;
import io.semisup4j.paws.program.PretrainedNet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The final test of a classifier that {@link ImagenetFineTune} has left, or of a published one, on ImageNet's validation
 * images: {@code paws-imagenet-10pct-finetune-test} 73.9 % and {@code paws-imagenet-1pct-finetune-test} 63.8 % (published,
 * 100 epochs). The pre-training's file is not needed.
 *
 * <p>Cost: 50,000 forward passes. Needs {@code -Ddata.imagenet=DIR}. Run: {@code mvn compile exec:java
 * -Dexperiment=paws-imagenet-10pct-finetune-test -Ddata.imagenet=DIR -Dset.from=RUN}
 */
public final class ImagenetFineTuneTest implements Experiment<ImagenetTestConfig> {
    private final String name;
    private final String summary;
    private final String before;

    private ImagenetFineTuneTest(PublishedRow row) {
        this.before = row.experiment() + "-finetune";
        this.name = before + "-test";
        this.summary = String.format(
                Locale.ROOT,
                "final test after fine-tuning, %s: %.1f %% (published); needs data.imagenet and from",
                row.words(),
                row.fineTuned());
    }

    /** One for each labelled part. */
    public static Stream<ImagenetFineTuneTest> all() {
        return PublishedRow.standard().stream().map(ImagenetFineTuneTest::new);
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
    public ImagenetTestConfig config() {
        return new ImagenetTestConfig(null, PicturesConfig.all(), 224, new RunConfig(0, 2, 1, 0));
    }

    @Override
    public boolean published() {
        return true;
    }

    @Override
    public List<DataNeed> data(ImagenetTestConfig config) {
        return List.of(ImagenetFolder.NEED);
    }

    @Override
    public List<String> missing(ImagenetTestConfig config) {
        return From.missing(config.from(), before);
    }

    @Override
    public Outcome run(Run run, ImagenetTestConfig config) {
        ImageFolder images = ImagenetFolder.of(run, config.pictures()).images();
        LabeledImages test = images.requireVal();
        PretrainedNet tuned = PretrainedNet.open(config.from(), CrossEntropyFineTuning.STAGE)
                .requireClassifier(test.classes().size());
        ClassifierAccuracy accuracy = new ClassifierAccuracy(
                tuned.encoder(),
                tuned.state(),
                ImagenetFolder.whole(config.size()),
                test,
                Split.all(test.size()),
                config.run().loading(1));
        return Outcome.complete(accuracy.measure().metrics("finetune"));
    }

    /** Starts the first one; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(ImagenetFineTuneTest.class, args);
    }
}
