package io.semisup4j.paws.program;

import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.training.memory.LargestFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Which smaller settings of a configuration would fit where it does not. The share of pixels gives the candidates, since
 * nearly all memory grows with them; each is then proven.
 *
 * @param config that does not fit
 * @param suits whether a configuration fits, exactly and at some cost
 * @param predicts whether so many times the configuration's pixels fit, roughly and for nothing
 */
record SmallerBatches(PawsConfig config, Predicate<PawsConfig> suits, DoublePredicate predicts) {
    private static final String BATCH = "-Dset.paws.batch.";
    private static final String VIEWS = "-Dset.paws.views.";
    /** Sides of views are made smaller in eighths. */
    private static final int EIGHTHS = 8;

    private static final int SMALLEST_VIEW = 8;

    private record Candidate(PawsConfig config, String settings) {}

    /** Settings as they are written on the command line; each entry fits by itself. */
    List<String> settings() {
        BatchConfig batch = config.batch();
        List<String> found = new ArrayList<>();
        largest(batch.images() - 1, 1, this::images).ifPresent(found::add);
        largest(batch.supportImages() - 1, 1, this::supports).ifPresent(found::add);
        largest(config.views().smallCrops() - 1, 0, this::crops).ifPresent(found::add);
        largest(EIGHTHS - 1, 1, this::sizes).ifPresent(found::add);
        if (found.isEmpty()) {
            largest(batch.images() - 1, 1, this::everything).ifPresent(found::add);
        }
        return found;
    }

    /** The largest value whose candidate fits. */
    private Optional<String> largest(int from, int to, IntFunction<Candidate> candidate) {
        return LargestFit.of(
                        from,
                        to,
                        value -> predicts.test(share(candidate.apply(value).config())),
                        value -> suits.test(candidate.apply(value).config()))
                .stream()
                .mapToObj(value -> candidate.apply(value).settings())
                .findFirst();
    }

    /** The pixels of a step as a share of those that do not fit. */
    private double share(PawsConfig smaller) {
        return pixels(smaller) / pixels(config);
    }

    private static double pixels(PawsConfig config) {
        BatchShape shape = config.batch().shape(config.views().smallCrops());
        double large = Math.pow(config.views().largeSize(), 2);
        return shape.largeRows() * large
                + shape.smallRows() * Math.pow(config.views().smallSize(), 2);
    }

    private Candidate images(int images) {
        return new Candidate(config.withBatch(config.batch().withImages(images)), BATCH + "images=" + images);
    }

    private Candidate supports(int images) {
        BatchConfig batch = config.batch();
        return new Candidate(
                config.withBatch(batch.withSupports(batch.supportClasses(), images)),
                BATCH + "supportImages=" + images);
    }

    private Candidate crops(int crops) {
        return new Candidate(config.withViews(config.views().withSmallCrops(crops)), VIEWS + "smallCrops=" + crops);
    }

    private Candidate sizes(int eighths) {
        ViewsConfig views = config.views();
        int large = Math.max(SMALLEST_VIEW, views.largeSize() * eighths / EIGHTHS);
        int small = Math.max(SMALLEST_VIEW, views.smallSize() * eighths / EIGHTHS);
        return new Candidate(
                config.withViews(views.withSizes(large, small)),
                VIEWS + "largeSize=" + large + " " + VIEWS + "smallSize=" + small);
    }

    /** So many images, and supports in proportion: fewer of each class first, then classes, whose number is halved. */
    private Candidate everything(int images) {
        BatchConfig batch = config.batch();
        double share = (double) images / batch.images();
        int each = Math.max(1, (int) (batch.supportImages() * share));
        int classes = batch.supportClasses();
        double wanted = batch.supportImages() * batch.supportClasses() * share;
        while (classes % 2 == 0 && classes > 2 && classes * each > wanted) {
            classes /= 2;
        }
        return new Candidate(
                config.withBatch(batch.withImages(images).withSupports(classes, each)),
                BATCH + "images=" + images + " " + BATCH + "supportClasses=" + classes + " " + BATCH + "supportImages="
                        + each);
    }
}
