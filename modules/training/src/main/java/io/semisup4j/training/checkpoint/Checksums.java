package io.semisup4j.training.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Length and CRC32C of the files of a checkpoint, in a text file with a line for each: {@code crc32c bytes name}.
 * CRC32C finds every torn or flipped file at the speed of memory; it does not defend against forgery.
 *
 * @param files by file name
 */
record Checksums(Map<String, Sum> files) {
    static final String FILE = "checksums.txt";

    private static final Pattern NAME = Pattern.compile("[\\w.-]*\\w");

    /** One file's length in bytes and its CRC32C. */
    record Sum(long crc, long bytes) {}

    byte[] text() {
        StringBuilder text = new StringBuilder();
        files.forEach((name, sum) -> text.append(String.format("%08x %d %s\n", sum.crc, sum.bytes, name)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a checkpoint's checksum file; an empty answer means that it is missing or unreadable. */
    static Optional<Checksums> read(Path checkpoint) {
        Map<String, Sum> files = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(checkpoint.resolve(FILE))) {
                String[] words = line.split(" ", 3);
                if (!NAME.matcher(words[2]).matches()) {
                    return Optional.empty(); // never a file outside the checkpoint, nor a name that no system can spell
                }
                files.put(words[2], new Sum(Long.parseLong(words[0], 16), Long.parseLong(words[1])));
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
        return Optional.of(new Checksums(files));
    }

    /** Compares all files with their sums; an answer says what is wrong. */
    Optional<String> problem(Path checkpoint) {
        for (Map.Entry<String, Sum> entry : files.entrySet()) {
            Path file = checkpoint.resolve(entry.getKey());
            Sum expected = entry.getValue();
            try {
                long bytes = Files.size(file);
                if (bytes != expected.bytes) {
                    return Optional.of(
                            entry.getKey() + " has " + bytes + " bytes where " + expected.bytes + " were written");
                }
                if (crc(file) != expected.crc) {
                    return Optional.of("the contents of " + entry.getKey() + " have changed (its checksum differs)");
                }
            } catch (IOException e) {
                return Optional.of(entry.getKey() + " is missing or cannot be read");
            }
        }
        return Optional.empty();
    }

    private static long crc(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(1, Math.min(Files.size(file), 1 << 18)));
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            while (in.read(buffer) >= 0) {
                buffer.flip();
                crc.update(buffer);
                buffer.clear();
            }
        }
        return crc.getValue();
    }
}
