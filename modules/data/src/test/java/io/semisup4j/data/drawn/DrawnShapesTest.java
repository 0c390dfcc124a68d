package io.semisup4j.data.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnShapesTest {
    private static final ShapesSpec SMALL = new ShapesSpec(5, 10, 53, 20);
    private static final int RECORD = 1 + 3 * 32 * 32;

    @TempDir
    Path cache;

    @Test
    void every_record_is_a_label_and_the_planes_of_its_picture() throws IOException {
        Path folder = DrawnShapes.ensure(SMALL, cache);
        int index = 0;
        for (int file = 1; file <= 5; file++) {
            byte[] bytes = Files.readAllBytes(folder.resolve("data_batch_" + file + ".bin"));
            assertThat(bytes.length % RECORD).isZero();
            for (int at = 0; at < bytes.length; at += RECORD, index++) {
                assertThat(bytes[at]).isEqualTo((byte) SMALL.label(index));
                assertThat(Arrays.copyOfRange(bytes, at + 1, at + RECORD))
                        .isEqualTo(DrawnShapes.picture(SMALL, Split.TRAIN, index));
            }
        }
        assertThat(index).isEqualTo(53);
        assertThat(folder.resolve("test_batch.bin")).hasSize(20L * RECORD);
        assertThat(Files.readAllLines(folder.resolve("batches.meta.txt"))).isEqualTo(SMALL.classNames());
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
        Path first = DrawnShapes.ensure(SMALL, cache.resolve("first"));
        Path second = DrawnShapes.ensure(SMALL, cache.resolve("second"));
        Path other = DrawnShapes.ensure(new ShapesSpec(6, 10, 53, 20), cache.resolve("first"));
        for (String name : CifarFiles.names()) {
            assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
        }
        assertThat(Files.mismatch(first.resolve("test_batch.bin"), other.resolve("test_batch.bin")))
                .isNotEqualTo(-1);
    }

    @Test
    void a_picture_does_not_depend_on_the_sizes_of_the_set() {
        assertThat(DrawnShapes.picture(SMALL, Split.TEST, 17))
                .isEqualTo(DrawnShapes.picture(SMALL.withSizes(5_000, 1_000), Split.TEST, 17))
                .isNotEqualTo(DrawnShapes.picture(SMALL, Split.TRAIN, 17));
    }

    @Test
    void no_two_pictures_are_alike() {
        Stream<String> pictures = Stream.of(Split.values()).flatMap(split -> IntStream.range(0, 50)
                .mapToObj(index -> Arrays.toString(DrawnShapes.picture(SMALL, split, index))));
        assertThat(pictures.toList()).doesNotHaveDuplicates();
    }

    @Test
    void all_classes_are_balanced() {
        for (Split split : Split.values()) {
            int[] counts = new int[10];
            IntStream.range(0, ShapesSpec.of(1).size(split))
                    .map(ShapesSpec.of(1)::label)
                    .forEach(label -> counts[label]++);
            assertThat(counts).containsOnly(ShapesSpec.of(1).size(split) / 10);
        }
    }

    @Test
    void an_intact_set_is_used_again() throws IOException {
        Path folder = DrawnShapes.ensure(SMALL, cache);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve("test_batch.bin"), longAgo);
        assertThat(DrawnShapes.ensure(SMALL, cache)).isEqualTo(folder);
        assertThat(Files.getLastModifiedTime(folder.resolve("test_batch.bin"))).isEqualTo(longAgo);
    }

    @Test
    void a_set_with_a_changed_byte_is_drawn_again() throws IOException {
        Path folder = DrawnShapes.ensure(SMALL, cache);
        Path batch = folder.resolve("data_batch_3.bin");
        byte[] drawn = Files.readAllBytes(batch);
        byte[] damaged = drawn.clone();
        damaged[4_000] ^= 1;
        Files.write(batch, damaged);
        assertThat(DrawnShapes.ensure(SMALL, cache)).isEqualTo(folder);
        assertThat(Files.readAllBytes(batch)).isEqualTo(drawn);
        assertThat(entries(cache)).containsExactly(folder);
    }

    @Test
    void a_truncated_or_incomplete_set_is_drawn_again() throws IOException {
        for (String name : List.of("data_batch_5.bin", "batches.meta.txt", Manifest.FILE)) {
            Path file = DrawnShapes.ensure(SMALL, cache).resolve(name);
            byte[] drawn = Files.readAllBytes(file);
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(drawn, 0, drawn.length / 2);
            }
            DrawnShapes.ensure(SMALL, cache);
            assertThat(file).hasBinaryContent(drawn);
            Files.delete(file);
            DrawnShapes.ensure(SMALL, cache);
            assertThat(file).hasBinaryContent(drawn);
        }
    }

    @Test
    void says_which_folder_cannot_be_written() throws IOException {
        Path file = Files.createFile(cache.resolve("file"));
        assertThatThrownBy(() -> DrawnShapes.ensure(SMALL, file))
                .isInstanceOf(DrawnDataException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("name a cache folder that can be written");
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }
}
