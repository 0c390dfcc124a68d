package io.semisup4j.engine.runtime;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Pointer;

/**
 * What this process may still take, in bytes.
 *
 * @param heap on Java's heap, where loaded batches wait ({@code -Xmx})
 * @param tensors outside the heap, where tensors live ({@code -Dorg.bytedeco.javacpp.maxbytes})
 * @param process for everything together ({@code -Dorg.bytedeco.javacpp.maxphysicalbytes})
 * @param machine what the machine, or the container that the process runs in, has left
 */
public record FreeMemory(long heap, long tensors, long process, long machine) {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    /** At this moment. */
    public static FreeMemory now() {
        Runtime java = Runtime.getRuntime();
        long resident = (long) (ResidentMemory.megabytes() * (1 << 20)); // 0 where the system does not tell
        return new FreeMemory(
                java.maxMemory() - (java.totalMemory() - java.freeMemory()),
                left(Pointer.maxBytes(), Pointer.totalBytes()),
                left(Pointer.maxPhysicalBytes(), resident),
                machine(resident));
    }

    /** JavaCPP writes 0 for no limit. */
    private static long left(long limit, long used) {
        return limit <= 0 ? Long.MAX_VALUE : Math.max(0, limit - used);
    }

    /** Java knows the limits of containers of both generations of control groups; Linux knows what can be reclaimed. */
    private static long machine(long resident) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return Long.MAX_VALUE;
        }
        OptionalLong available = meminfo("MemAvailable:");
        OptionalLong total = meminfo("MemTotal:");
        if (available.isEmpty() || total.isEmpty()) {
            return system.getFreeMemorySize();
        }
        long allowed = system.getTotalMemorySize();
        return allowed < total.getAsLong()
                ? Math.min(available.getAsLong(), Math.max(0, allowed - resident))
                : available.getAsLong();
    }

    private static OptionalLong meminfo(String label) {
        if (!Files.exists(MEMINFO)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(MEMINFO).stream()
                    .filter(line -> line.startsWith(label))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(MEMINFO + " cannot be read", e);
        }
    }
}
