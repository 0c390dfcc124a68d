package io.semisup4j.engine.plan;

import java.util.Locale;

/**
 * What a plan's intermediates occupy.
 *
 * @param arenaElements elements of the arena
 * @param unsharedElements elements if no two intermediates shared memory
 * @param elementBytes bytes of an element
 */
public record PlanMemory(long arenaElements, long unsharedElements, int elementBytes) {

    public long arenaBytes() {
        return arenaElements * elementBytes;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "arena %.1f MB (%.1f MB without sharing)",
                arenaBytes() / 1e6,
                unsharedElements * elementBytes / 1e6);
    }
}
