package io.semisup4j.experiments.paws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.decode.UnreadablePictureException;
import io.semisup4j.data.drawn.DrawnFolder;
import io.semisup4j.data.folder.FolderImages;
import io.semisup4j.data.split.Split;
import io.semisup4j.experiments.launch.DataFolders;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.LabelsConfig;
import io.semisup4j.paws.config.PicturesConfig;
import io.semisup4j.training.loop.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any tree with a folder for each class is split and cleared of bad pictures by settings alone. */
class ImagenetFolderTest {
    private static final int EACH = 6;

    @TempDir
    Path root;

    @BeforeEach
    void draw() throws IOException {
        TinyData.writeImagenet(root);
    }

    private ImagenetFolder folder(PicturesConfig pictures) {
        DataFolders data = new DataFolders(Map.of(ImagenetFolder.NAME, root));
        return ImagenetFolder.of(new Run(null, data, List.of(), 1, new StopSignal()), pictures);
    }

    private static LabelsConfig labels(LabelsConfig.Source split, double unlabeledFraction, int perClass, long seed) {
        return new LabelsConfig(split, "", unlabeledFraction, perClass, seed, "");
    }

    private static Map<Integer, Long> perClass(ImagenetFolder folder, Split split) {
        return Arrays.stream(split.labels(folder.images().train()))
                .boxed()
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    }

    @Test
    void so_many_of_each_class_are_labelled() {
        ImagenetFolder folder = folder(PicturesConfig.all());
        Split split = folder.labelled(labels(LabelsConfig.Source.PER_CLASS, 0, 2, 1));
        assertThat(perClass(folder, split))
                .hasSameSizeAs(folder.images().train().classes())
                .allSatisfy((label, count) -> assertThat(count).isEqualTo(2));
    }

    @Test
    void a_part_of_each_class_is_labelled() {
        ImagenetFolder folder = folder(PicturesConfig.all());
        Split split = folder.labelled(labels(LabelsConfig.Source.FRACTION, 0.5, 0, 1));
        assertThat(perClass(folder, split))
                .hasSameSizeAs(folder.images().train().classes())
                .allSatisfy((label, count) -> assertThat(count).isEqualTo(EACH / 2));
    }

    @Test
    void another_seed_labels_others() {
        ImagenetFolder folder = folder(PicturesConfig.all());
        String one =
                folder.labelled(labels(LabelsConfig.Source.PER_CLASS, 0, 3, 1)).digest();
        assertThat(folder.labelled(labels(LabelsConfig.Source.PER_CLASS, 0, 3, 1))
                        .digest())
                .isEqualTo(one);
        assertThat(folder.labelled(labels(LabelsConfig.Source.PER_CLASS, 0, 3, 2))
                        .digest())
                .isNotEqualTo(one);
    }

    @Test
    void a_draw_that_labels_nothing_is_refused_with_the_key() {
        assertThat(labels(LabelsConfig.Source.PER_CLASS, 0, 0, 1).problems())
                .singleElement()
                .asString()
                .contains("perClass is 0");
        assertThat(labels(LabelsConfig.Source.FRACTION, 1, 0, 1).problems())
                .singleElement()
                .asString()
                .contains("unlabeledFraction is 1");
    }

    @Test
    void an_unreadable_picture_is_an_error_unless_the_list_names_it() throws IOException {
        String name = DrawnFolder.className(0) + "_1.JPEG";
        Path picture = root.resolve("train").resolve(DrawnFolder.className(0)).resolve(name);
        assertThat(picture).exists();
        Files.write(picture, new byte[0]);
        FolderImages all = folder(PicturesConfig.all()).images().train();
        assertThatThrownBy(() -> all.withImage(0, image -> {}))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining(name);
        Files.writeString(root.resolve("bad.txt"), name + "\n");
        FolderImages rest =
                folder(new PicturesConfig(Path.of("bad.txt"), 0.1, 0)).images().train();
        assertThat(rest.size()).isEqualTo(all.size() - 1);
        assertThat(rest.path(0)).doesNotContain(name);
    }

    /** Moves the class folders up and forgets the validation pictures. */
    private void flatten() throws IOException {
        Path train = root.resolve("train");
        for (int k = 0; Files.isDirectory(train.resolve(DrawnFolder.className(k))); k++) {
            Files.move(train.resolve(DrawnFolder.className(k)), root.resolve(DrawnFolder.className(k)));
        }
        Files.delete(train);
        try (var val = Files.walk(root.resolve("val"))) {
            for (Path path : val.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void a_folder_of_class_folders_alone_gives_up_a_part_of_each_class_to_be_measured_on() throws IOException {
        int before = folder(PicturesConfig.all()).images().train().size();
        flatten();
        ImagenetFolder folder = folder(new PicturesConfig(null, 0.25, 3));
        FolderImages train = folder.images().train();
        FolderImages val = folder.images().requireVal();
        assertThat(train.size() + val.size()).isEqualTo(before);
        assertThat(val.classes()).isEqualTo(train.classes());
        assertThat(val.size()).isEqualTo(before / EACH * Math.round(0.25 * EACH));
        assertThat(train.paths()).doesNotContainAnyElementsOf(val.paths());
        assertThat(folder(new PicturesConfig(null, 0.25, 3))
                        .images()
                        .requireVal()
                        .paths())
                .as("the same draw again")
                .isEqualTo(val.paths());
    }

    @Test
    void a_list_of_labels_beside_drawn_test_pictures_is_refused_with_what_to_do() throws IOException {
        flatten();
        ImagenetFolder folder = folder(PicturesConfig.all());
        LabelsConfig list = new LabelsConfig(LabelsConfig.Source.LIST, "labeled.txt", 0, "");
        assertThatThrownBy(() -> folder.labelled(list))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("folder val")
                .hasMessageContaining("PER_CLASS");
    }

    @Test
    void a_class_of_one_picture_cannot_be_learnt_and_measured() throws IOException {
        flatten();
        Path lonely = Files.createDirectory(root.resolve("zebra"));
        Path one = root.resolve(DrawnFolder.className(0)).resolve(DrawnFolder.className(0) + "_1.JPEG");
        Files.copy(one, lonely.resolve("1.jpg"));
        assertThatThrownBy(() -> folder(PicturesConfig.all()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("class zebra has one picture only");
    }
}
