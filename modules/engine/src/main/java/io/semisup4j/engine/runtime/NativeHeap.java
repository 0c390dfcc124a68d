package io.semisup4j.engine.runtime;

import java.util.List;
import java.util.Map;

/**
 * How glibc's {@code malloc} treats large arrays. By default it asks the system for each and gives it back at once, so
 * that every page is cleared and mapped anew; ND4J's convolutions, which allocate at every call, then take twice as
 * long. Here freed memory is kept for the next call.
 */
final class NativeHeap {
    /**
     * A parameter of {@code malloc}.
     *
     * @param number glibc's number for {@code mallopt}
     * @param variable the environment variable that sets it when a process starts
     */
    private record Setting(int number, String variable, int value) {}

    private static final int MEBIBYTE = 1 << 20;

    private static final List<Setting> SETTINGS = List.of(
            // All arrays come from the heap, however large.
            new Setting(-4, "MALLOC_MMAP_MAX_", 0),
            // Of free memory at the heap's end, this much stays.
            new Setting(-1, "MALLOC_TRIM_THRESHOLD_", 1024 * MEBIBYTE),
            new Setting(-2, "MALLOC_TOP_PAD_", 64 * MEBIBYTE),
            // Heaps other than the first are limited in size and would still be given back.
            new Setting(-8, "MALLOC_ARENA_MAX", 1));

    private NativeHeap() {}

    /** Sets what the user has not set; harmless where the C library is another one. */
    static void keepPages(ProcessStart.CLibrary c, Map<String, String> environment) {
        try {
            SETTINGS.stream()
                    .filter(setting -> !environment.containsKey(setting.variable()))
                    .forEach(setting -> c.mallopt(setting.number(), setting.value()));
        } catch (UnsatisfiedLinkError notGlibc) {
            // Another malloc has habits of its own.
        }
    }
}
