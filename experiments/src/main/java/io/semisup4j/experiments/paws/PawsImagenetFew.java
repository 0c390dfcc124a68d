package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.FineTuneConfig;
import io.semisup4j.paws.config.ImagenetFewConfig;
import io.semisup4j.paws.config.LabelsConfig;
import io.semisup4j.paws.config.LinearConfig;
import io.semisup4j.paws.config.LossConfig;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.OptimisationConfig;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.PicturesConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SupervisedConfig;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.paws.program.FewClasses;
import io.semisup4j.reporting.exhibit.Exhibits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PAWS with a small ResNet on a few classes of ImageNet, or on any other tree with a folder for each class: pre-training,
 * soft nearest neighbours, linear classifier, fine-tuning, and the supervised baseline beside them. Nothing published;
 * our own figures are in docs/benchmarks.md.
 *
 * <p>Cost: see docs/benchmarks.md. Needs {@code -Ddata.imagenet=DIR} with folders {@code train} and {@code val} and a list
 * of labelled images. Run: {@code mvn compile exec:java -Dexperiment=paws-imagenet-few -Ddata.imagenet=DIR
 * -Dset.labels.list=labeled_10pct.txt}
 */
public final class PawsImagenetFew implements Experiment<ImagenetFewConfig> {
    private static final Logger LOG = LoggerFactory.getLogger(PawsImagenetFew.class);

    @Override
    public String name() {
        return "paws-imagenet-few";
    }

    @Override
    public String summary() {
        return "PAWS, all that follows it and a supervised baseline on a few classes of ImageNet, small ResNet, two cores;"
                + " needs data.imagenet";
    }

    @Override
    public ImagenetFewConfig config() {
        return new ImagenetFewConfig(
                PicturesConfig.all(),
                new LabelsConfig(LabelsConfig.Source.LIST, "labeled.txt", 0, ""),
                new PawsConfig(
                        new NetConfig("narrow_resnet14w32", 128, false),
                        // Milder crops and colours than published: so small a net learns nothing from less of a
                        // picture.
                        new ViewsConfig(64, 0.35, 1, 2, 32, 0.1, 0.35, 0.5),
                        new BatchConfig(64, 10, 10, 1),
                        LossConfig.published(),
                        OptimisationConfig.lars(200, 20, 0.1, 0.8, 0.012)),
                new FineTuneConfig(50, 1, 64, new OptimisationConfig(40, 0, 0.02, 0.02, 0, 0.9, true, 0, false)),
                LinearConfig.cached(64, 50),
                // As many pictures as PAWS reads: 1,030,000 against 1,017,000 (200 epochs, 64 + 100 a step).
                new SupervisedConfig(32, new OptimisationConfig(520, 3, 0.01, 0.1, 0, 0.9, true, 5e-4, false)),
                new RunConfig(1, 1, 10, 0));
    }

    @Override
    public List<DataNeed> data(ImagenetFewConfig config) {
        return List.of(ImagenetFolder.NEED);
    }

    @Override
    public Outcome run(Run run, ImagenetFewConfig config) {
        ImagenetFolder folder = ImagenetFolder.of(run, config.pictures());
        FewClasses programs = new FewClasses(
                        config, folder.data(config.labels(), config.paws().views()), folder.heldOut(config.labels()))
                .showing(Exhibits.in(run.folder().exhibits()));
        Optional<Map<String, Double>> metrics = programs.run(Stages.of(run, config.run()));
        metrics.ifPresent(found -> LOG.info("{}", PawsComparison.table(found)));
        return metrics.map(Outcome::complete).orElseGet(Outcome::stopped);
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(PawsImagenetFew.class, args);
    }
}
