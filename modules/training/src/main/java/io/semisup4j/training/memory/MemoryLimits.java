package io.semisup4j.training.memory;

import io.semisup4j.engine.runtime.FreeMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a need with what is free.
 *
 * @param free what may still be taken
 */
public record MemoryLimits(FreeMemory free) {

    /** Of this process at this moment. */
    public static MemoryLimits now() {
        return new MemoryLimits(FreeMemory.now());
    }

    /** Whether everything fits. */
    public boolean allow(MemoryNeed need) {
        return shortages(need).isEmpty();
    }

    /** A phrase for every limit that the need exceeds, with the switch that moves the limit. */
    public List<String> shortages(MemoryNeed need) {
        List<String> found = new ArrayList<>();
        long heap = need.at(MemoryNeed.Place.HEAP);
        compare(found, heap, free.heap(), "Java's heap", "-Xmx in .mvn/jvm.config");
        compare(
                found,
                need.at(MemoryNeed.Place.TENSORS),
                free.tensors(),
                "the memory for tensors",
                "-Dorg.bytedeco.javacpp.maxbytes in .mvn/jvm.config");
        compare(
                found,
                need.total(),
                free.process(),
                "the memory of the process",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes in .mvn/jvm.config");
        compare(found, need.total(), free.machine(), "the machine", "");
        return found;
    }

    private static void compare(List<String> found, long needed, long left, String where, String how) {
        if (needed > left) {
            String limit = how.isEmpty() ? "" : " (its limit is " + how + ")";
            found.add(
                    where + " has " + MemoryNeed.gigabytes(left) + " left for " + MemoryNeed.gigabytes(needed) + limit);
        }
    }
}
