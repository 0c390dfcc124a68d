package io.semisup4j.weights.files;

import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads pieces of a file; the file is open only meanwhile. */
public final class FileBytes {
    private FileBytes() {}

    /** Size of a file in bytes. */
    public static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new WeightsException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads {@code length} bytes from byte {@code from}.
     *
     * @throws WeightsException if the file ends before
     */
    public static byte[] read(Path file, long from, int length) {
        if (from < 0 || length < 0 || from > size(file) - length) {
            throw new WeightsException(file + " is truncated: " + length + " bytes are needed from byte " + from
                    + " on, but the file has " + size(file) + ". Copy or download it again.");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, from + bytes.position()) < 0) {
                    throw new WeightsException(file + " became shorter while it was read.");
                }
            }
            return bytes.array();
        } catch (IOException e) {
            throw new WeightsException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
