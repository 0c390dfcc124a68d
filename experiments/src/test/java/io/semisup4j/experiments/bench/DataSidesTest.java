package io.semisup4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.semisup4j.config.Layer;
import io.semisup4j.config.Resolver;
import io.semisup4j.data.drawn.DrawnFolder;
import io.semisup4j.data.drawn.FolderSpec;
import io.semisup4j.experiments.launch.DataFolders;
import io.semisup4j.experiments.launch.DataNeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our side alone; the peer's needs PyTorch. */
class DataSidesTest {
    private static final int RECORD = 1 + 3 * 32 * 32;

    /** Enough that a round lasts longer than the processor's clock needs to move, a hundredth of a second. */
    private static final int PICTURES = 200;

    private final DataSides alone = new DataSides(PICTURES, 1, Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void without_a_data_set_no_path_is_measured() throws Exception {
        assertThat(alone.measure(new DataFolders(Map.of()))).isEmpty();
    }

    @Test
    void the_path_of_cifar_is_measured_where_its_files_are() throws Exception {
        writeCifar(folder);

        assertThat(alone.measure(new DataFolders(Map.of("cifar10", folder))))
                .containsOnlyKeys("data.cifar.picturesPerCoreSecond")
                .allSatisfy((name, rate) -> assertThat(rate).isPositive().isFinite());
    }

    @Test
    void the_path_of_imagenet_is_measured_where_its_folders_are() throws Exception {
        DrawnFolder.write(new FolderSpec(1, 2, 2, 2, 24, 40), folder);

        assertThat(new DataSides(10, 1, Optional.empty()).measure(new DataFolders(Map.of("imagenet", folder))))
                .containsOnlyKeys("data.imagenet.picturesPerCoreSecond");
    }

    @Test
    void views_are_those_of_the_recipes() {
        assertThat(DataPath.CIFAR.views())
                .extracting(view -> view.height())
                .containsExactly(32, 32, 18, 18, 18, 18, 18, 18);
        assertThat(DataPath.IMAGENET.views())
                .extracting(view -> view.height())
                .containsExactly(224, 224, 96, 96, 96, 96, 96, 96);
    }

    @Test
    void data_sets_are_asked_for_only_where_pictures_are_and_none_is_required() {
        Benchmark benchmark = new Benchmark();
        var overrides = new Layer.Overrides(Map.of("dataPictures", "5"));
        BenchmarkConfig pictures = Resolver.resolve(benchmark.config(), List.of(overrides))
                .config()
                .orElseThrow();

        assertThat(benchmark.data(benchmark.config())).isEmpty();
        assertThat(benchmark.data(pictures))
                .extracting(DataNeed::name, DataNeed::required)
                .containsExactly(tuple("imagenet", false), tuple("cifar10", false));
    }

    private static void writeCifar(Path root) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (String file : List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5")) {
            Files.write(root.resolve(file + ".bin"), records(random));
        }
        Files.write(root.resolve("test_batch.bin"), records(random));
        Files.writeString(root.resolve("batches.meta.txt"), "circle\nsquare\n");
    }

    private static byte[] records(SplittableRandom random) {
        byte[] bytes = new byte[2 * RECORD];
        random.nextBytes(bytes);
        bytes[0] = 0;
        bytes[RECORD] = 1;
        return bytes;
    }
}
