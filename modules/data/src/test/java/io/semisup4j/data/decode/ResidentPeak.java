package io.semisup4j.data.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Watches what the process occupies in physical memory, native memory included; only on Linux. */
final class ResidentPeak {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");

    /** The number that resets the peak. */
    private static final String PEAK = "5";

    private ResidentPeak() {}

    /** What a reader does, or refuses to do. */
    @FunctionalInterface
    interface Reading {
        void read();
    }

    /** Fails if the peak rises by so much during the reading; otherwise ends as the reading does. */
    static void riseIsBelow(long megabytes, Reading reading) throws IOException {
        if (!Files.isWritable(RESET)) {
            reading.read();
            return;
        }
        Files.writeString(RESET, PEAK);
        long before = kilobytes("VmRSS:");
        try {
            reading.read();
        } finally {
            assertThat((kilobytes("VmHWM:") - before) / 1024)
                    .as("megabytes by which physical memory rose")
                    .isLessThan(megabytes);
        }
    }

    private static long kilobytes(String label) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(label))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
