package io.semisup4j.training.memory;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A setting that a step's memory grows with.
 *
 * @param key for example {@code supervised.batch}
 * @param value of the moment
 * @param least what makes sense, from 1
 * @param multiple what it must be a multiple of
 * @param need what the stage takes with a value
 */
public record BatchSetting(String key, int value, int least, int multiple, IntFunction<MemoryNeed> need) {

    /** As it is written on the command line with the largest smaller value that fits. */
    Optional<String> largest(MemoryNeed now, MemoryLimits limits) {
        return LargestFit.of(
                        value / multiple - 1,
                        (least + multiple - 1) / multiple,
                        parts -> limits.allow(now.scaled((double) parts * multiple / value)),
                        parts -> limits.allow(need.apply(parts * multiple)))
                .stream()
                .mapToObj(parts -> "-Dset." + key + "=" + parts * multiple)
                .findFirst();
    }
}
