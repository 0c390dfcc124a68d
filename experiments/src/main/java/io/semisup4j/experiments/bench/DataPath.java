package io.semisup4j.experiments.bench;

import com.sun.management.OperatingSystemMXBean;
import io.semisup4j.data.augment.AugmentedView;
import io.semisup4j.data.augment.PawsViews;
import io.semisup4j.data.folder.FolderImages;
import io.semisup4j.data.folder.ImageFolder;
import io.semisup4j.data.folder.Unreadable;
import io.semisup4j.data.random.Draws;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much processor time the data path takes: decoding a picture and making the views of PAWS' ImageNet recipe from it,
 * two of 224 and six of 96 pixels, in one thread. The script {@code benchmark/data_path.py} does the same with Pillow and
 * torchvision.
 */
public final class DataPath {
    /** The script of the peer, among the resources; its arguments are the folder and the number of pictures. */
    public static final String SCRIPT = "/benchmark/data_path.py";

    private static final double NANOS = 1e9;

    private DataPath() {}

    /**
     * What was measured.
     *
     * @param pictures how many were decoded, each with all its views
     * @param cpuSeconds processor time of the whole process
     */
    public record Rate(int pictures, double cpuSeconds) {
        /** Pictures in a second of one processor. */
        public double picturesPerCoreSecond() {
            return pictures / cpuSeconds;
        }
    }

    /**
     * Measures.
     *
     * @param folder pictures in class folders, or with {@code train} above them
     * @param warmUp pictures that are made before the clock starts, so that Java has compiled what it runs
     * @param pictures how many are measured; they start again from the first when the folder has fewer
     */
    public static Rate measure(Path folder, int warmUp, int pictures) {
        FolderImages images = ImageFolder.load(folder, Unreadable.fail()).train();
        List<AugmentedView> views = views();
        float[] target =
                new float[views.stream().mapToInt(AugmentedView::length).max().orElseThrow()];
        make(images, views, target, 0, warmUp);
        long begin = cpuNanos();
        make(images, views, target, warmUp, pictures);
        return new Rate(pictures, (cpuNanos() - begin) / NANOS);
    }

    private static List<AugmentedView> views() {
        AugmentedView large = PawsViews.imageNetLarge().toView();
        AugmentedView small = PawsViews.imageNetSmall().toView();
        return Stream.concat(Stream.of(large, large), IntStream.range(0, 6).mapToObj(i -> small))
                .toList();
    }

    private static void make(FolderImages images, List<AugmentedView> views, float[] target, int from, int number) {
        for (int i = from; i < from + number; i++) {
            int picture = i;
            images.withImage(i % images.size(), image -> {
                for (int view = 0; view < views.size(); view++) {
                    views.get(view).apply(image, Draws.of(1, 0, picture, view), target, 0);
                }
            });
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
