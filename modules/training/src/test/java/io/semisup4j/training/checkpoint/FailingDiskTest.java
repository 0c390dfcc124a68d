package io.semisup4j.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingDiskTest {

    @TempDir
    Path folder;

    @Test
    void a_disk_that_is_full_at_any_byte_leaves_the_earlier_checkpoint_whole() {
        new CheckpointFolder(folder, new Retention(1, false, 0))
                .save(Sample.header(10, null), Sample.of(1).parts());
        int failures = 0;
        for (int room = 0; ; room += 250) {
            CheckpointFolder full = new CheckpointFolder(folder, new Retention(1, false, 0), new FullDisk(room));
            try {
                full.save(Sample.header(20, null), Sample.of(2).parts());
                break;
            } catch (CheckpointException e) {
                failures++;
                assertThat(e)
                        .hasMessageContaining("checkpoint of step 20")
                        .hasMessageContaining(folder.toString())
                        .hasMessageContaining("No space left on device")
                        .hasMessageContaining("Earlier checkpoints are untouched");
                expect(10, 1);
                assertThat(folder.resolve(".step-000000020.writing")).doesNotExist();
            }
        }
        assertThat(failures).isGreaterThan(5);
        expect(20, 2);
    }

    @Test
    void a_program_killed_at_any_file_operation_finds_its_old_or_its_new_checkpoint() throws IOException {
        for (int step : new int[] {10, 20}) {
            boolean completed = false;
            for (int operations = 0; !completed; operations++) {
                Path own = folder.resolve(step + "-" + operations);
                new CheckpointFolder(own, new Retention(1, false, 0))
                        .save(Sample.header(10, null), Sample.of(1).parts());
                DyingDisk dying = new DyingDisk(operations);
                try {
                    new CheckpointFolder(own, new Retention(1, false, 0), dying)
                            .save(Sample.header(step, null), Sample.of(2).parts());
                    completed = true;
                } catch (Death e) {
                    Sample restored = new Sample();
                    StoredCheckpoint found = new CheckpointFolder(own, Retention.standard())
                            .newestIntact()
                            .orElseThrow();
                    found.restore(Sample.FINGERPRINT, restored.parts());
                    assertThat(restored.equalTo(Sample.of(1)) || restored.equalTo(Sample.of(2)))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_answered_with_a_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file where the folder should be");
        CheckpointFolder checkpoints = new CheckpointFolder(file, Retention.standard());

        assertThatThrownBy(() ->
                        checkpoints.save(Sample.header(3, null), Sample.of(1).parts()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("checkpoint of step 3")
                .hasMessageContaining(file.toString());
    }

    private void expect(long step, int number) {
        StoredCheckpoint found = new CheckpointFolder(folder, Retention.standard())
                .newestIntact()
                .orElseThrow();
        Sample restored = new Sample();
        found.restore(Sample.FINGERPRINT, restored.parts());
        assertThat(found.header().step()).isEqualTo(step);
        assertThat(restored.equalTo(Sample.of(number))).isTrue();
    }

    /** A disk with room for some bytes. */
    private static final class FullDisk implements Disk {
        private final Disk disk = Disk.real();
        private int room;

        FullDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(Path file, Content content) throws IOException {
            disk.write(file, out -> content.writeTo(limited(out)));
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            disk.rename(from, to);
        }

        @Override
        public void delete(Path path) throws IOException {
            disk.delete(path);
        }

        private WritableByteChannel limited(WritableByteChannel out) {
            return new WritableByteChannel() {
                @Override
                public int write(ByteBuffer source) throws IOException {
                    if (room == 0) {
                        throw new IOException("No space left on device");
                    }
                    ByteBuffer part = source.slice().limit(Math.min(room, source.remaining()));
                    int written = out.write(part);
                    source.position(source.position() + written);
                    room -= written;
                    return written;
                }

                @Override
                public boolean isOpen() {
                    return out.isOpen();
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }
            };
        }
    }

    /** The end of the process, which no handler for disk errors may catch. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A disk whose program is killed before one of the operations. */
    private static final class DyingDisk implements Disk {
        private final Disk disk = Disk.real();
        private int left;

        DyingDisk(int left) {
            this.left = left;
        }

        @Override
        public void write(Path file, Content content) throws IOException {
            live();
            disk.write(file, content);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            live();
            disk.rename(from, to);
        }

        @Override
        public void delete(Path path) throws IOException {
            live();
            disk.delete(path);
        }

        private void live() {
            if (left-- == 0) {
                throw new Death();
            }
        }
    }
}
