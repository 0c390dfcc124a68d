package io.semisup4j.data.split;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of labelled pictures that come with this project. */
public final class PublishedSplits {
    /** Seeds of the published lists of 4,000 labelled CIFAR-10 pictures (PAWS). */
    public static final List<Integer> CIFAR10_SEEDS = List.of(73, 91, 152, 321, 401);

    private PublishedSplits() {}

    /**
     * The published 4,000 labelled pictures of CIFAR-10, as indices into its 50,000 training pictures.
     *
     * @param seed one of {@link #CIFAR10_SEEDS}
     * @param images training pictures of the set at hand; with fewer than the official ones the list does not apply,
     *     which is a {@link io.semisup4j.data.dataset.DataException}
     */
    public static Split cifar10(int seed, int images) {
        String name = "spc.4000_split." + seed + ".txt";
        return SplitFile.parse("the published list " + name, lines("/splits/cifar10/" + name), images);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = PublishedSplits.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no list " + resource + "; the seeds are " + CIFAR10_SEEDS);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list " + resource + " cannot be read", e);
        }
    }
}
