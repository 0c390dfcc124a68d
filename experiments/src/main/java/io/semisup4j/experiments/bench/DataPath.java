package io.semisup4j.experiments.bench;

import com.sun.management.OperatingSystemMXBean;
import io.semisup4j.data.augment.AugmentedView;
import io.semisup4j.data.augment.PawsViews;
import io.semisup4j.data.augment.ViewRecipe;
import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.folder.ImageFolder;
import io.semisup4j.data.folder.Unreadable;
import io.semisup4j.data.random.Draws;
import io.semisup4j.experiments.launch.DataNeed;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The way from a picture to the views of a recipe of PAWS, two large and six small ones, in one thread. The script
 * {@code benchmark/data_path.py} goes the same ways with Pillow and torchvision.
 *
 * @param name in metrics and as an argument of the script
 * @param need the data set that the pictures come from
 * @param pictures opens the data set; decoding a picture, where it has to be, counts into the time
 * @param views what is made of every picture
 * @param warmUp pictures before the clock starts, so that Java has compiled what it runs
 */
record DataPath(
        String name, DataNeed need, Function<Path, LabeledImages> pictures, List<AugmentedView> views, int warmUp) {
    private static final double NANOS = 1e9;

    /** Files that are decoded each time, and the ImageNet recipe: views of 224 and 96 pixels. */
    static final DataPath IMAGENET = new DataPath(
            "imagenet",
            new DataNeed("imagenet", "pictures in class folders, as in ImageNet", List.of()).optional(),
            folder -> ImageFolder.load(folder, Unreadable.fail()).train(),
            views(PawsViews.imageNetLarge(), PawsViews.imageNetSmall()),
            30);

    /** Pictures in memory, and the CIFAR-10 recipe: views of 32 and 18 pixels. */
    static final DataPath CIFAR = new DataPath(
            "cifar",
            new DataNeed(
                            "cifar10",
                            "CIFAR-10 in the binary layout",
                            List.of("cifar-10-batches-bin", "batches.meta.txt"))
                    .optional(),
            folder -> Cifar10.load(folder).train(),
            views(PawsViews.cifarLarge(), PawsViews.cifarSmall()),
            2000);

    /** Every way that is measured. */
    static final List<DataPath> ALL = List.of(IMAGENET, CIFAR);

    /**
     * Pictures in a second of one processor, by the processor time of the whole process.
     *
     * @param folder of the data set
     * @param count pictures that are measured; they start again from the first when there are fewer
     */
    double picturesPerCoreSecond(Path folder, int count) {
        LabeledImages images = pictures.apply(folder);
        float[] target =
                new float[views.stream().mapToInt(AugmentedView::length).max().orElseThrow()];
        make(images, target, 0, warmUp);
        long begin = cpuNanos();
        make(images, target, warmUp, count);
        return count / ((cpuNanos() - begin) / NANOS);
    }

    private void make(LabeledImages images, float[] target, int from, int number) {
        for (int i = from; i < from + number; i++) {
            int picture = i;
            images.withImage(i % images.size(), image -> {
                for (int view = 0; view < views.size(); view++) {
                    views.get(view).apply(image, Draws.of(1, 0, picture, view), target, 0);
                }
            });
        }
    }

    private static List<AugmentedView> views(ViewRecipe large, ViewRecipe small) {
        return Stream.of(Collections.nCopies(2, large.toView()), Collections.nCopies(6, small.toView()))
                .flatMap(List::stream)
                .toList();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
