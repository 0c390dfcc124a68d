package io.semisup4j.training.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Checkpoint folders that do not wait for the disk: for tests that save hundreds of times and kill steps, not machines.
 */
public final class UnflushedFolder {
    private UnflushedFolder() {}

    /** A folder like the real one, without flushing. */
    public static CheckpointFolder of(Path folder, Retention retention) {
        return new CheckpointFolder(folder, retention, new Disk() {
            @Override
            public void write(Path file, Content content) throws IOException {
                try (FileChannel out =
                        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    content.writeTo(out);
                }
            }

            @Override
            public void rename(Path from, Path to) throws IOException {
                Files.move(from, to);
            }

            @Override
            public void delete(Path path) throws IOException {
                Disk.real().delete(path);
            }
        });
    }
}
