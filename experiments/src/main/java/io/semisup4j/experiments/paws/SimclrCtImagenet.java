package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.LabelsConfig;
import io.semisup4j.paws.config.PicturesConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SimclrCtConfig;
import io.semisup4j.paws.config.SimclrCtImagenetConfig;
import io.semisup4j.paws.program.PawsData;
import java.util.List;
import java.util.stream.Stream;

/**
 * SimCLR+CT pre-training on ImageNet: {@code simclr-ct-imagenet-10pct} as configured in the published repository, which
 * names no figure; {@code simclr-ct-imagenet-1pct}, an extension, with the list of 1 %.
 *
 * <p>Cost: 45,400 steps of 8,192 views (64 GPUs). Needs {@code -Ddata.imagenet=DIR} with {@code 90percent.txt} or {@code
 * 99percent.txt} in it. Run: {@code mvn compile exec:java -Dexperiment=simclr-ct-imagenet-10pct -Ddata.imagenet=DIR}
 */
public final class SimclrCtImagenet implements Experiment<SimclrCtImagenetConfig> {
    private final String name;
    private final String summary;
    private final LabelsConfig labels;

    private SimclrCtImagenet(String part, LabelsConfig labels) {
        this.name = "simclr-ct-imagenet-" + part;
        this.summary = "SimCLR+CT, ImageNet, " + part.replace("pct", " %")
                + " labels, ResNet-50, 100 epochs (no published figure); needs data.imagenet";
        this.labels = labels;
    }

    /** One for each list. */
    public static Stream<SimclrCtImagenet> all() {
        return Stream.of(
                new SimclrCtImagenet("10pct", LabelsConfig.tenPercent()),
                new SimclrCtImagenet("1pct", LabelsConfig.onePercent()));
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
    public SimclrCtImagenetConfig config() {
        return new SimclrCtImagenetConfig(
                PicturesConfig.all(), labels, SimclrCtConfig.imagenet(), new RunConfig(0, 2, 10, 0));
    }

    @Override
    public boolean published() {
        return labels.equals(LabelsConfig.tenPercent()); // the authors' repository has no other
    }

    @Override
    public List<DataNeed> data(SimclrCtImagenetConfig config) {
        return List.of(ImagenetFolder.NEED);
    }

    @Override
    public Outcome run(Run run, SimclrCtImagenetConfig config) {
        PawsData data = ImagenetFolder.of(run, config.pictures())
                .data(config.labels(), config.simclrCt().views());
        return SimclrCtRun.run(run, config.simclrCt(), data, config.run());
    }

    /** Starts the first one; {@code experiment=NAME} as an argument starts another one. */
    public static void main(String[] args) {
        Launcher.launch(SimclrCtImagenet.class, args);
    }
}
