package io.semisup4j.experiments.paws;

import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.data.split.PublishedSplits;
import io.semisup4j.experiments.launch.DataNeed;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.paws.program.PawsData;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where CIFAR-10 is. */
final class CifarFolder {
    /** Name of the data folder's property. */
    static final String NAME = "cifar10";

    static final DataNeed NEED = new DataNeed(
            NAME,
            "CIFAR-10 in the binary or the python layout",
            List.of("cifar-10-batches-bin", "cifar-10-batches-py", "batches.meta.txt", "batches.meta"));

    /** The seed of the list that the published configuration names. */
    static final int PUBLISHED_SEED = 152;

    private CifarFolder() {}

    /** The data set with a published list of labelled images. */
    static PawsData data(Run run, int splitSeed, ViewsConfig views) {
        Cifar10 cifar = Cifar10.load(run.data().folder(NAME));
        return CifarViews.of(
                cifar, PublishedSplits.cifar10(splitSeed, cifar.train().size()), views);
    }

    /** The same for programs that see whole pictures only, of so many pixels a side. */
    static PawsData data(Run run, int splitSeed, int size) {
        ViewsConfig views = ViewsConfig.cifar();
        return data(run, splitSeed, views.withSizes(size, views.smallSize()));
    }

    /** Name suffix and list of the published run, then of one for each list. */
    static Stream<Map.Entry<String, Integer>> seeds() {
        return Stream.concat(
                Stream.of(Map.entry("", PUBLISHED_SEED)),
                PublishedSplits.CIFAR10_SEEDS.stream().map(seed -> Map.entry("-seed" + seed, seed)));
    }
}
