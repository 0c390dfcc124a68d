package io.semisup4j.training.memory;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what a stage takes before it begins, and refuses one that does not fit, with the batch that would.
 *
 * @param stage what is trained or measured, in words that begin a sentence
 * @param step what one step reads, in words
 * @param need what the stage takes
 * @param settings what could be made smaller
 */
public record BatchMemory(String stage, String step, MemoryNeed need, List<BatchSetting> settings) {
    private static final Logger LOG = LoggerFactory.getLogger(BatchMemory.class);

    public BatchMemory {
        settings = List.copyOf(settings);
    }

    /** Of a stage that one setting alone decides about. */
    public static BatchMemory of(String stage, String step, BatchSetting setting) {
        return new BatchMemory(stage, step, setting.need().apply(setting.value()), List.of(setting));
    }

    /** Against the limits of this moment. */
    public void require() {
        require(MemoryLimits.now());
    }

    /**
     * Against given limits.
     *
     * @throws MemoryException if the stage does not fit
     */
    public void require(MemoryLimits limits) {
        List<String> shortages = limits.shortages(need);
        if (shortages.isEmpty()) {
            LOG.info("{}: one step reads {}; it takes {}.", stage, step, need);
            return;
        }
        List<String> remedies = settings.stream()
                .flatMap(setting -> setting.largest(need, limits).stream())
                .toList();
        throw MemoryException.of(stage, step, need, shortages, remedies);
    }
}
