package io.semisup4j.engine.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Instruction sets of the processor as the kernel lists them, for example {@code avx2} or {@code avx512_bf16}.
 *
 * @param flags empty where the list cannot be read
 */
public record CpuFeatures(Set<String> flags) {
    /** Where Linux lists them. */
    public static final Path CPUINFO = Path.of("/proc/cpuinfo");

    public CpuFeatures {
        flags = Set.copyOf(flags);
    }

    /** Reads the list of the first processor; empty on other systems. */
    public static CpuFeatures of(Path cpuinfo) {
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return new CpuFeatures(lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> new HashSet<>(Arrays.asList(
                            line.substring(line.indexOf(':') + 1).trim().split("\\s+"))))
                    .orElseGet(HashSet::new));
        } catch (IOException notLinux) {
            return new CpuFeatures(Set.of());
        }
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }
}
