package io.semisup4j.data.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.Image;
import io.semisup4j.testing.GoldenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10Test {
    @TempDir
    Path root;

    @Test
    void numbers_the_training_pictures_through_the_five_files_and_interleaves_colours() throws IOException {
        CifarFiles.writeBinary(root.resolve("cifar-10-batches-bin"), 4);
        Cifar10 cifar = Cifar10.load(root);
        assertThat(cifar.train().size()).isEqualTo(20);
        assertThat(cifar.test().size()).isEqualTo(4);
        assertThat(cifar.train().classes()).isEqualTo(CifarFiles.CLASSES);
        byte[] third = CifarFiles.binary(3, 4);
        int record = 2 * CifarBinary.RECORD;
        assertThat(cifar.train().label(2 * 4 + 2)).isEqualTo(third[record]);
        Image image = cifar.train().image(2 * 4 + 2);
        for (int c = 0; c < 3; c++) {
            assertThat(image.at(5, 7, c)).isEqualTo(third[record + 1 + c * 1024 + 5 * 32 + 7] & 0xFF);
        }
    }

    @Test
    void both_layouts_hold_the_same_set() throws IOException {
        CifarFiles.writeBinary(root.resolve("bin"), 3);
        CifarFiles.writePython(root.resolve("py"), 3);
        Cifar10 binary = Cifar10.load(root.resolve("bin"));
        Cifar10 python = Cifar10.load(root.resolve("py"));
        assertSame(binary.train(), python.train(), 15);
        assertSame(binary.test(), python.test(), 3);
        assertThat(python.train().classes()).isEqualTo(binary.train().classes());
    }

    @Test
    void tells_every_truncated_file_with_its_size() throws IOException {
        CifarFiles.writeBinary(root, 2);
        cut(root.resolve("data_batch_2.bin"), 100);
        cut(root.resolve("test_batch.bin"), 6145);
        assertThatThrownBy(() -> Cifar10.load(root))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContaining("data_batch_2.bin has 100 bytes, which is 0 records of 3073 bytes and 100 bytes")
                .hasMessageContaining("test_batch.bin has 6145 bytes, which is 1 records")
                .hasMessageContaining("truncated");
    }

    @Test
    void sees_a_file_cut_between_two_records_beside_its_fellows() throws IOException {
        CifarFiles.writeBinary(root, 3);
        cut(root.resolve("data_batch_4.bin"), 2 * 3073);
        assertThatThrownBy(() -> Cifar10.load(root))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("data_batch_4.bin has 2 records, but other training files have 3");
    }

    @Test
    void compares_the_records_with_the_metadata() throws IOException {
        CifarFiles.writePython(root, 3);
        Files.write(root.resolve("test_batch"), CifarFiles.python(6, 2, false));
        assertThatThrownBy(() -> Cifar10.load(root))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("test_batch has 2 records, but batches.meta says 3");
    }

    @Test
    void names_the_records_with_impossible_labels() throws IOException {
        CifarFiles.writeBinary(root, 3);
        Path file = root.resolve("data_batch_1.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[3073] = 10;
        bytes[2 * 3073] = (byte) 200;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Cifar10.load(root))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("record 1 has the label 10; with 10 classes a label lies in 0..9")
                .hasMessageContaining("record 2 has the label 200");
    }

    @Test
    void says_what_a_folder_should_hold() throws IOException {
        Path missing = root.resolve("nowhere");
        assertThatThrownBy(() -> Cifar10.load(missing))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(missing + " does not exist")
                .hasMessageContaining("cifar-10-batches-bin");
        assertThatThrownBy(() -> Cifar10.load(root))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("neither data_batch_1.bin nor data_batch_1")
                .hasMessageContaining("unpack cifar-10-binary.tar.gz");
        CifarFiles.writeBinary(root, 1);
        Files.delete(root.resolve("data_batch_3.bin"));
        Files.delete(root.resolve("batches.meta.txt"));
        assertThatThrownBy(() -> Cifar10.load(root))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("lacks data_batch_3.bin, batches.meta.txt");
        Path file = root.resolve("test_batch.bin");
        assertThatThrownBy(() -> Cifar10.load(file)).hasMessageContaining("is a file");
    }

    @Test
    void an_index_outside_the_set_is_told() throws IOException {
        CifarFiles.writeBinary(root, 1);
        LabeledImages train = Cifar10.load(root).train();
        assertThatThrownBy(() -> train.image(5))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("picture 5")
                .hasMessageContaining("5 pictures (0..4)");
    }

    @Test
    @Tag("golden")
    void both_layouts_of_the_real_files_agree_where_both_have_records() {
        Path real = GoldenFolder.data("cifar10");
        Cifar10 binary = Cifar10.load(real.resolve("cifar-10-batches-bin"));
        Cifar10 python = Cifar10.load(real.resolve("cifar-10-batches-py"));
        int inBinary = binary.train().size() / 5;
        int inPython = python.train().size() / 5;
        int common = Math.min(inBinary, inPython);
        assertThat(common).isPositive();
        for (int file = 0; file < 5; file++) {
            for (int i = 0; i < common; i++) {
                assertSame(binary.train(), file * inBinary + i, python.train(), file * inPython + i);
            }
        }
        assertSame(
                binary.test(),
                python.test(),
                Math.min(binary.test().size(), python.test().size()));
        assertThat(Arrays.stream(binary.train().labels()).distinct().count()).isEqualTo(10);
    }

    private static void assertSame(LabeledImages one, LabeledImages other, int records) {
        for (int i = 0; i < records; i++) {
            assertSame(one, i, other, i);
        }
    }

    private static void assertSame(LabeledImages one, int i, LabeledImages other, int j) {
        assertThat(one.label(i)).as("label of %d and %d", i, j).isEqualTo(other.label(j));
        assertThat(one.image(i)).as("pixels of %d and %d", i, j).isEqualTo(other.image(j));
    }

    private static void cut(Path file, int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    }
}
