package io.semisup4j.training.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The few file operations whose order makes a checkpoint safe; tests replace it by disks that fail. */
interface Disk {

    /** Writes to an open file; may fail at any byte. */
    @FunctionalInterface
    interface Content {
        void writeTo(WritableByteChannel out) throws IOException;
    }

    /** Writes a new file and waits until it has reached the disk. */
    void write(Path file, Content content) throws IOException;

    /** Renames a folder in one step and waits until its parent has reached the disk. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a folder with its files, if it exists. */
    void delete(Path folder) throws IOException;

    /** The real disk. */
    static Disk real() {
        return new Disk() {
            @Override
            public void write(Path file, Content content) throws IOException {
                try (FileChannel out =
                        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    content.writeTo(out);
                    out.force(true);
                }
            }

            @Override
            public void rename(Path from, Path to) throws IOException {
                flush(from);
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                flush(to.toAbsolutePath().getParent());
            }

            @Override
            public void delete(Path folder) throws IOException {
                if (!Files.exists(folder)) {
                    return;
                }
                List<Path> files;
                try (Stream<Path> listing = Files.list(folder)) {
                    files = listing.toList();
                }
                for (Path file : files) {
                    Files.delete(file);
                }
                Files.delete(folder);
            }

            private void flush(Path folder) {
                try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                    directory.force(true);
                } catch (IOException e) {
                    // Windows cannot open folders; there the rename itself is journalled.
                }
            }
        };
    }
}
