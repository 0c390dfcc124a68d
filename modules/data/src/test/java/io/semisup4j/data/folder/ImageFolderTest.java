package io.semisup4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.decode.UnreadablePictureException;
import io.semisup4j.data.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.datavec.api.writable.NDArrayWritable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    @TempDir
    Path root;

    private ImageFolder load() {
        return ImageFolder.load(root, Unreadable.fail());
    }

    private static Path picture(Path file) {
        return Folders.overwrite(file, new byte[] {'P', '5', ' ', '1', ' ', '1', ' ', '2', '5', '5', '\n', 77});
    }

    @Test
    void pictures_are_sorted_by_class_then_by_name_and_labels_are_places_in_the_class_list() {
        Folders.drawn(root);
        FolderImages train = load().train();
        assertThat(train.classes()).containsExactly("n00000001", "n00000002", "n00000003");
        assertThat(train.labels()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
        assertThat(train.path(4)).isEqualTo("n00000002/n00000002_1.JPEG");
        assertThat(train.paths()).isSorted();
        assertThat(load().requireVal().size()).isEqualTo(6);
    }

    @Test
    void a_validation_folder_that_lacks_a_class_keeps_the_numbers_of_training() {
        picture(root.resolve("train/a/1.pgm"));
        picture(root.resolve("train/b/1.pgm"));
        picture(root.resolve("val/b/1.pgm"));
        FolderImages val = load().requireVal();
        assertThat(val.labels()).containsExactly(1);
        assertThat(val.classes()).containsExactly("a", "b");
    }

    @Test
    void a_validation_class_that_training_lacks_is_refused_by_name() {
        picture(root.resolve("train/a/1.pgm"));
        picture(root.resolve("val/c/1.pgm"));
        assertThatThrownBy(this::load)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a folder c, which is none");
    }

    @Test
    void any_tree_of_class_folders_is_a_data_set_and_other_files_do_not_count() throws IOException {
        picture(root.resolve("dogs/images/2.pgm"));
        picture(root.resolve("cats/1.PGM"));
        Files.writeString(root.resolve("cats/boxes.txt"), "1 2 3");
        Files.writeString(root.resolve("cats/.hidden.jpg"), "");
        Files.writeString(root.resolve("README.md"), "about");
        assertThat(load().train().paths()).containsExactly("cats/1.PGM", "dogs/images/2.pgm");
        assertThat(load().val()).isEmpty();
        assertThatThrownBy(() -> load().requireVal()).hasMessageContaining("there is no folder val");
    }

    @Test
    void a_folder_without_pictures_is_refused() {
        assertThatThrownBy(this::load).isInstanceOf(DataException.class).hasMessageContaining("holds no pictures");
        assertThatThrownBy(() -> ImageFolder.load(root.resolve("none"), Unreadable.fail()))
                .hasMessageContaining("does not exist");
    }

    @Test
    void a_lent_picture_is_the_picture() {
        FolderImages train =
                ImageFolder.load(Folders.drawn(root), Unreadable.fail()).train();
        for (int i = 0; i < train.size(); i++) {
            Image own = train.image(i);
            assertThat(own.pixels()).hasSize(own.length());
            train.withImage(i, lent -> assertThat(lent).isEqualTo(own));
        }
    }

    @Test
    void an_unreadable_picture_fails_with_its_path() {
        Folders.drawn(root);
        Path broken = Folders.overwrite(root.resolve("train/n00000002/n00000002_2.JPEG"), new byte[0]);
        FolderImages train = load().train();
        assertThat(train.size()).isEqualTo(12);
        assertThatThrownBy(() -> train.image(5))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining(broken.toString())
                .hasMessageContaining("empty");
    }

    @Test
    void listed_pictures_are_left_out_only_if_they_are_unreadable() throws IOException {
        Folders.drawn(root);
        Folders.overwrite(root.resolve("train/n00000002/n00000002_2.JPEG"), new byte[0]);
        Folders.overwrite(root.resolve("val/n00000001/n00000001_1.JPEG"), new byte[] {1});
        Folders.overwrite(root.resolve("train/n00000003/n00000003_1.JPEG"), new byte[] {1});
        Path list = Files.writeString(
                root.resolve("skip.txt"),
                "n00000002_2.JPEG\nval/n00000001/n00000001_1.JPEG\nn00000003/n00000003_2.JPEG\n\n");
        ImageFolder set = ImageFolder.load(root, Unreadable.skipListed(list));
        assertThat(set.train().size()).isEqualTo(11);
        assertThat(set.train().paths()).doesNotContain("n00000002/n00000002_2.JPEG");
        assertThat(set.train().paths()).contains("n00000003/n00000003_2.JPEG");
        assertThat(set.train().labels()).containsExactly(0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2);
        assertThat(set.requireVal().size()).isEqualTo(5);
        int unlisted = set.train().paths().indexOf("n00000003/n00000003_1.JPEG");
        assertThatThrownBy(() -> set.train().image(unlisted)).isInstanceOf(UnreadablePictureException.class);
    }

    @Test
    void a_missing_skip_list_is_told() {
        Folders.drawn(root);
        assertThatThrownBy(() -> ImageFolder.load(root, Unreadable.skipListed(root.resolve("no.txt"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no.txt");
    }

    @Test
    void DataVec_reads_the_same_pixels_and_labels() throws Exception {
        FolderImages train =
                ImageFolder.load(Folders.drawn(root), Unreadable.fail()).train();
        try (PictureRecordReader reader = new PictureRecordReader(train.classes())) {
            reader.initialize(train.inputSplit());
            for (int i = 0; i < train.size(); i++) {
                var record = reader.nextRecord();
                Image image = train.image(i);
                var array = ((NDArrayWritable) record.getRecord().get(0)).get();
                assertThat(array.shape()).containsExactly(1, 3, image.height(), image.width());
                assertThat(array.getDouble(0, 2, 3, 5)).isEqualTo(image.at(3, 5, 2));
                assertThat(record.getRecord().get(1).toInt()).isEqualTo(train.label(i));
                assertThat(reader.loadFromMetaData(record.getMetaData())
                                .getRecord()
                                .get(1)
                                .toInt())
                        .isEqualTo(train.label(i));
            }
            assertThat(reader.hasNext()).isFalse();
        }
    }
}
