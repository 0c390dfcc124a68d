package io.semisup4j.experiments.paws;

import io.semisup4j.paws.config.LabelsConfig;
import java.util.List;

/**
 * A row of the published table: PAWS, ImageNet validation, ResNet-50, top-1 in percent.
 *
 * @param labels name of the labelled part, for example {@code 10pct}
 * @param config which images are labelled
 * @param epochs of pre-training
 * @param softNn by soft nearest neighbours
 * @param fineTuned after cross-entropy fine-tuning
 */
record PublishedRow(String labels, LabelsConfig config, int epochs, double softNn, double fineTuned) {
    /** Epochs of the runs whose names do not say them. */
    private static final int STANDARD = 100;

    static final List<PublishedRow> ALL = List.of(
            tenPercent(100, 71.0, 73.9),
            tenPercent(200, 71.9, 75.0),
            tenPercent(300, 73.1, 75.5),
            onePercent(100, 61.5, 63.8),
            onePercent(200, 63.2, 66.1),
            onePercent(300, 64.2, 66.5));

    private static PublishedRow tenPercent(int epochs, double softNn, double fineTuned) {
        return new PublishedRow("10pct", LabelsConfig.tenPercent(), epochs, softNn, fineTuned);
    }

    private static PublishedRow onePercent(int epochs, double softNn, double fineTuned) {
        return new PublishedRow("1pct", LabelsConfig.onePercent(), epochs, softNn, fineTuned);
    }

    /** Name of the pre-training. */
    String experiment() {
        return "paws-imagenet-" + labels + (epochs == STANDARD ? "" : "-" + epochs + "ep");
    }

    /** The first rows with each labelled part. */
    static List<PublishedRow> standard() {
        return ALL.stream().filter(row -> row.epochs == STANDARD).toList();
    }

    /** What is trained, in words. */
    String words() {
        return "ImageNet, " + labels.replace("pct", " %") + " labels, ResNet-50, " + epochs + " epochs";
    }
}
