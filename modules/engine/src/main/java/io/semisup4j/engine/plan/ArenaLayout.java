package io.semisup4j.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places regions in one arena so that those alive together never overlap: largest first, each at the lowest free
 * offset.
 */
final class ArenaLayout {
    /** Offsets are multiples of 64 bytes in float, so that kernels may use wide loads. */
    private static final long ALIGNMENT = 16;

    private ArenaLayout() {}

    /** Sets the offset of every region and returns the arena's length in elements. */
    static long place(List<Region> regions) {
        List<Region> bySize = new ArrayList<>(regions);
        bySize.sort(Comparator.comparingLong((Region region) -> region.size).reversed());
        List<Region> placed = new ArrayList<>(); // in order of offset
        long length = 0;
        for (Region region : bySize) {
            long offset = 0;
            for (Region other : placed) {
                if (!other.overlapsInTime(region)) {
                    continue;
                }
                if (other.offset - offset >= region.size) {
                    break;
                }
                offset = Math.max(offset, aligned(other.offset + other.size));
            }
            region.offset = offset;
            insert(placed, region);
            length = Math.max(length, aligned(offset + region.size));
        }
        return length;
    }

    private static void insert(List<Region> placed, Region region) {
        int at = placed.size();
        while (at > 0 && placed.get(at - 1).offset > region.offset) {
            at--;
        }
        placed.add(at, region);
    }

    private static long aligned(long elements) {
        return (elements + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
