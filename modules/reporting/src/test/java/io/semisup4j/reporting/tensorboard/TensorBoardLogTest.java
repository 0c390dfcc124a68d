package io.semisup4j.reporting.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.reporting.Events;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardLogTest {
    @TempDir
    Path folder;

    private Instant now = Instant.ofEpochSecond(1_700_000_000);

    private void session(String stage, int first, int stop) {
        now = now.plusSeconds(1);
        try (TensorBoardLog log = new TensorBoardLog(folder, () -> now)) {
            Events.play(log, stage, first, stop, 0.5);
        }
    }

    private List<Path> files(String stage) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(stage))) {
            return files.sorted().toList();
        }
    }

    /** The data of every record, its checksums verified. */
    private static List<byte[]> records(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> records = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int begin = bytes.position();
            byte[] data = new byte[Math.toIntExact(bytes.getLong())];
            bytes.getInt();
            bytes.get(data);
            bytes.getInt();
            assertThat(java.util.Arrays.copyOfRange(bytes.array(), begin, bytes.position()))
                    .isEqualTo(RecordFrame.of(data));
            records.add(data);
        }
        return records;
    }

    private static String text(byte[] record) {
        return new String(record, StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_stage_is_a_run_with_version_start_steps_means_and_measurements() throws IOException {
        session("paws", 0, 12);
        List<byte[]> records = records(files("paws").get(0));
        assertThat(records).hasSize(2 + 12 + 3 + 3);
        assertThat(text(records.get(0))).contains("brain.Event:2");
        assertThat(records.get(1)).endsWith(0x3a, 2, 8, 1);
        assertThat(text(records.get(2))).contains("train/ploss").contains("train/imagesPerSecond");
        assertThat(text(records.get(6))).contains("epoch/ploss");
        assertThat(text(records.get(7))).contains("paws.top1");
    }

    @Test
    void a_resume_is_a_new_file_that_voids_the_steps_to_be_repeated_and_nothing_else() throws IOException {
        session("paws", 0, 6);
        session("paws", 4, 12);
        assertThat(files("paws")).hasSize(2);
        List<byte[]> resumed = records(files("paws").get(1));
        double seconds = now.toEpochMilli() / 1000.0;
        assertThat(resumed.get(1)).isEqualTo(TensorBoardEvent.sessionStart(seconds, 4));
        // What was measured with the checkpoint after step 4 stands at step 3, which stays.
        byte[] measured = TensorBoardEvent.scalars(seconds - 1, 3, java.util.Map.of("paws.top1", 0.0));
        assertThat(records(files("paws").get(0)))
                .anySatisfy(record -> assertThat(record).isEqualTo(measured));
    }

    @Test
    void a_finished_stage_that_is_passed_over_adds_no_file() throws IOException {
        session("paws", 0, 12);
        session("paws", 12, 12);
        assertThat(files("paws")).hasSize(1);
    }
}
