package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Which training images of a folder data set are labelled. Always said: there is no silent fall-back to other labels.
 *
 * @param split where the labelled images come from
 * @param list text file with the labelled images, a name a line, relative to the data folder; read with {@code LIST}
 * @param unlabeledFraction chance of every image to lose its label; read with {@code COINFLIP}
 * @param holdOut text file with training images on which fine-tuning chooses its best epoch; empty for the last epoch
 */
public record LabelsConfig(
        @NotNull Source split,
        @NotNull String list,
        @DecimalMin("0") @DecimalMax("1") double unlabeledFraction,
        @NotNull String holdOut)
        implements SelfChecking {

    /** Where the labelled images come from. */
    public enum Source {
        /** A list of names. */
        LIST,
        /** An independent coin flip for every image, with the published generator and seed 0. */
        COINFLIP,
        /** All images. */
        ALL
    }

    /** The published list of 10 % of ImageNet's labels. */
    public static LabelsConfig tenPercent() {
        return new LabelsConfig(Source.LIST, "90percent.txt", 0.9, "val.txt");
    }

    /** The published list of 1 % of ImageNet's labels. */
    public static LabelsConfig onePercent() {
        return new LabelsConfig(Source.LIST, "99percent.txt", 0.99, "val.txt");
    }

    /** Coin flips, as the published program falls back to. */
    public static LabelsConfig coinFlip(double unlabeledFraction) {
        return new LabelsConfig(Source.COINFLIP, "", unlabeledFraction, "val.txt");
    }

    @Override
    public List<String> problems() {
        return split == Source.LIST && list.isBlank()
                ? List.of("split is LIST, but list is empty; name a text file with the labelled images, or choose"
                        + " COINFLIP or ALL")
                : List.of();
    }
}
