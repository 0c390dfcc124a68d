package io.semisup4j.engine.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process occupies in physical memory. */
public final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** Megabytes now; NaN on systems that do not tell. */
    public static double megabytes() {
        return megabytes("VmRSS:");
    }

    /** The largest number of megabytes so far; NaN on systems that do not tell. */
    public static double peakMegabytes() {
        return megabytes("VmHWM:");
    }

    private static double megabytes(String label) {
        try {
            return Files.exists(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith(label))
                            .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                            .findFirst()
                            .orElse(Double.NaN)
                    : Double.NaN;
        } catch (IOException e) {
            throw new UncheckedIOException(STATUS + " cannot be read", e);
        }
    }
}
