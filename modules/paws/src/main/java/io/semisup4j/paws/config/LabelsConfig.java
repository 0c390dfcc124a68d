package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;

/**
 * Which training images of a folder data set are labelled. Always said: there is no silent fall-back to other labels.
 *
 * @param split where the labelled images come from
 * @param list text file with the labelled images, a name a line, relative to the data folder; read with {@code LIST}
 * @param unlabeledFraction chance of every image to lose its label with {@code COINFLIP}, part of each class without
 *     labels with {@code FRACTION}
 * @param perClass labelled images of each class; read with {@code PER_CLASS}
 * @param seed of the draw; read with {@code FRACTION} and {@code PER_CLASS}
 * @param holdOut text file with training images on which fine-tuning chooses its best epoch; empty for the last epoch
 */
public record LabelsConfig(
        @NotNull Source split,
        @NotNull String list,
        @DecimalMin("0") @DecimalMax("1") double unlabeledFraction,
        @Min(0) int perClass,
        long seed,
        @NotNull String holdOut)
        implements SelfChecking {

    /** Where the labelled images come from. */
    public enum Source {
        /** A list of names. */
        LIST,
        /** An independent coin flip for every image, with the published generator and seed 0. */
        COINFLIP,
        /** The same part of each class, at least one image, drawn with a seed. */
        FRACTION,
        /** The same number of images of each class, drawn with a seed. */
        PER_CLASS,
        /** All images. */
        ALL
    }

    /** Without a draw. */
    public LabelsConfig(Source split, String list, double unlabeledFraction, String holdOut) {
        this(split, list, unlabeledFraction, 0, 0, holdOut);
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

    /** The part of each class that has labels; 0.1 for an unlabelled fraction of 0.9, without the error of 1 - 0.9. */
    public double labelledFraction() {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(unlabeledFraction)).doubleValue();
    }

    @Override
    public List<String> problems() {
        if (split == Source.LIST && list.isBlank()) {
            return List.of("split is LIST, but list is empty; name a text file with the labelled images, or choose"
                    + " FRACTION, PER_CLASS, COINFLIP or ALL");
        }
        if (split == Source.PER_CLASS && perClass == 0) {
            return List.of("split is PER_CLASS, but perClass is 0; say how many images of each class are labelled");
        }
        if (split == Source.FRACTION && unlabeledFraction == 1) {
            return List.of("split is FRACTION, but unlabeledFraction is 1, which labels nothing; choose less");
        }
        return List.of();
    }
}
