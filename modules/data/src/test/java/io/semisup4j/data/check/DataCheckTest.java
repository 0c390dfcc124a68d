package io.semisup4j.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.drawn.DrawnShapes;
import io.semisup4j.data.drawn.ShapesSpec;
import io.semisup4j.data.folder.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckTest {
    @TempDir
    Path root;

    @Test
    void a_good_folder_has_no_problems() {
        assertThat(DataCheck.of(Folders.drawn(root))).isEqualTo(new DataReport(18, java.util.List.of()));
    }

    @Test
    void everything_that_is_wrong_is_listed_once() throws IOException {
        Folders.drawn(root);
        Path train = root.resolve("train");
        Folders.overwrite(train.resolve("n00000001/n00000001_1.JPEG"), new byte[0]);
        Files.copy(train.resolve("n00000001/n00000001_2.JPEG"), root.resolve("val/n00000002/copy.JPEG"));
        Files.copy(train.resolve("n00000001/n00000001_3.JPEG"), train.resolve("n00000002/n00000001_3.JPEG"));
        Files.createDirectories(train.resolve("empty"));
        Files.createDirectories(root.resolve("val/unknown"));
        Files.writeString(train.resolve("n00000003/notes.txt"), "notes");
        DataReport report = DataCheck.of(root);
        assertThat(report.pictures()).isEqualTo(19);
        assertThat(report.problems())
                .anyMatch(p -> p.contains("n00000001_1.JPEG cannot be read: it is empty"))
                .anyMatch(p -> p.contains("n00000001_2.JPEG is the same, byte for byte, as") && p.contains("copy.JPEG"))
                .anyMatch(p -> p.contains("n00000001_3.JPEG has the same file name as"))
                .anyMatch(p -> p.contains("empty holds no picture"))
                .anyMatch(p -> p.startsWith("the class empty is in " + train + ", but not in"))
                .anyMatch(p -> p.startsWith("the class unknown is in " + root.resolve("val") + ", but not in"))
                .anyMatch(p -> p.contains("holds 1 file(s) that no data set uses") && p.contains("notes.txt"))
                .doesNotHaveDuplicates();
    }

    @Test
    void CIFAR_files_are_checked_too() throws IOException {
        Path folder = DrawnShapes.ensure(ShapesSpec.of(1).withSizes(50, 10), root);
        assertThat(DataCheck.of(folder)).isEqualTo(new DataReport(60, java.util.List.of()));
        Path first = folder.resolve("data_batch_1.bin");
        byte[] bytes = Files.readAllBytes(first);
        System.arraycopy(bytes, 1, bytes, 3074, 3072);
        Files.write(first, bytes);
        assertThat(DataCheck.of(folder).problems())
                .containsExactly(
                        "training picture 0 is the same, byte for byte, as training picture 1; keep one of" + " them.");
        Files.write(first, new byte[] {1, 2, 3});
        assertThat(DataCheck.of(folder).problems()).anyMatch(p -> p.contains("data_batch_1.bin"));
    }

    @Test
    void a_missing_folder_is_refused() {
        assertThatThrownBy(() -> DataCheck.of(root.resolve("none")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not exist");
    }
}
