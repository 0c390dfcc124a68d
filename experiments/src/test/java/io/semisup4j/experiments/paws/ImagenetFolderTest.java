package io.semisup4j.experiments.paws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                folder(new PicturesConfig(Path.of("bad.txt"))).images().train();
        assertThat(rest.size()).isEqualTo(all.size() - 1);
        assertThat(rest.path(0)).doesNotContain(name);
    }
}
