package io.semisup4j.reporting.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock of a run folder. The operating system gives it free when the process ends, however it ends, so a left-over
 * lock file blocks nobody.
 */
final class FolderLock {
    private static final String NAME = ".lock";

    private FolderLock() {}

    static FileChannel take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new RunFolderException("Another process" + owner(file) + " is using the run folder " + folder
                    + ". Wait until it ends, or choose another folder with -Drun.dir=DIR.");
        }
        channel.truncate(0);
        String pid = String.valueOf(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    private static String owner(Path file) throws IOException {
        String pid = Files.readString(file);
        return pid.isBlank() ? "" : " (number " + pid + ")";
    }
}
