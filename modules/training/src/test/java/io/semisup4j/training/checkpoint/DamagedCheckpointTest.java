package io.semisup4j.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DamagedCheckpointTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(CheckpointFolder.class);

    @TempDir
    Path folder;

    private CheckpointFolder checkpoints;
    private Path newest;

    @BeforeEach
    void two_checkpoints() {
        log.start();
        logger.addAppender(log);
        checkpoints = new CheckpointFolder(folder, Retention.standard());
        checkpoints.save(Sample.header(10, 0.5), Sample.of(1).parts());
        newest = checkpoints.save(Sample.header(20, 0.9), Sample.of(2).parts());
    }

    @AfterEach
    void forget_the_log() {
        logger.detachAppender(log);
    }

    @Test
    void every_file_cut_by_a_byte_emptied_or_missing_is_noticed() throws IOException {
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - 1));
            if (!file.endsWith(Checksums.FILE)) {
                expectTheOlderOne(file.getFileName().toString());
            }
            Files.write(file, new byte[0]);
            expectTheOlderOne("");
            Files.delete(file);
            expectTheOlderOne(file.getFileName().toString());
            Files.write(file, whole);
            assertThat(checkpoints.newestIntact().orElseThrow().header().step()).isEqualTo(20);
        }
    }

    @Test
    void a_single_flipped_bit_anywhere_never_changes_what_is_restored() throws IOException {
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 15)) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << at % 8);
                Files.write(file, flipped);
                Sample restored = new Sample();
                StoredCheckpoint found = checkpoints.newestIntact().orElseThrow();
                found.restore(Sample.FINGERPRINT, restored.parts());
                int number = (int) found.header().step() / 10;
                assertThat(restored.equalTo(Sample.of(number)))
                        .as("%s, byte %d", file, at)
                        .isTrue();
            }
            Files.write(file, whole);
        }
    }

    @Test
    void the_log_names_the_checkpoint_and_what_is_wrong() throws IOException {
        Files.write(newest.resolve("model.parameters.f32"), new byte[] {1, 2, 3});

        expectTheOlderOne("model.parameters.f32 has 3 bytes where 192 were written");
        assertThat(checkpoints.best().orElseThrow().header().step()).isEqualTo(10);
    }

    @Test
    void a_checkpoint_without_a_vector_that_its_manifest_lists_is_damaged() throws IOException {
        Path sums = newest.resolve(Checksums.FILE);
        List<String> lines = Files.readAllLines(sums);
        Files.write(sums, lines.subList(1, lines.size()));

        expectTheOlderOne("does not list all files");
    }

    @Test
    void when_all_are_damaged_there_is_none() throws IOException {
        Files.write(newest.resolve(Checksums.FILE), new byte[0]);
        Files.delete(folder.resolve("step-000000010").resolve("manifest.json"));

        assertThat(checkpoints.newestIntact()).isEmpty();
        assertThat(log.list).hasSize(2);
    }

    @Test
    void a_damaged_one_never_pushes_out_an_intact_one() throws IOException {
        checkpoints = new CheckpointFolder(folder, new Retention(1, false, 0));
        Files.write(newest.resolve("model.parameters.f32"), new byte[] {1, 2, 3});
        expectTheOlderOne("");

        checkpoints.save(Sample.header(15, null), Sample.of(3).parts());

        assertThat(checkpoints.newestIntact().orElseThrow().header().step()).isEqualTo(15);
        assertThat(newest).exists();
    }

    @Test
    void a_folder_of_another_format_is_refused_and_not_taken_for_damage() throws IOException {
        Path manifest = newest.resolve("manifest.json");
        byte[] other = Files.readString(manifest)
                .replace("\"format\" : 1", "\"format\" : 7")
                .getBytes();
        Files.write(manifest, other);
        CRC32C crc = new CRC32C();
        crc.update(other);
        Path sums = newest.resolve(Checksums.FILE);
        Files.write(
                sums,
                Files.readAllLines(sums).stream()
                        .map(line -> line.endsWith("manifest.json")
                                ? String.format("%08x %d manifest.json", crc.getValue(), other.length)
                                : line)
                        .toList());

        assertThatThrownBy(() -> checkpoints.newestIntact())
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("format 7")
                .hasMessageContaining("format 1");
    }

    private void expectTheOlderOne(String complaint) {
        log.list.clear();
        assertThat(checkpoints.newestIntact().orElseThrow().header().step()).isEqualTo(10);
        assertThat(log.list).hasSize(1);
        assertThat(log.list.get(0).getFormattedMessage())
                .contains(newest.toString())
                .contains(complaint);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> listing = Files.list(newest)) {
            return listing.sorted().toList();
        }
    }
}
