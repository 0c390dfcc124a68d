package io.semisup4j.training.memory;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what a stage takes before it begins, and refuses one that does not fit, with the batch that would.
 *
 * @param stage what is trained, in words that begin a sentence
 * @param setting the key of the batch, for example {@code supervised.batch}
 * @param batch its value
 * @param multiple what the batch must be a multiple of
 * @param step what one step reads with a batch, in words
 * @param need what the stage takes with a batch
 */
public record BatchMemory(
        String stage, String setting, int batch, int multiple, IntFunction<String> step, IntFunction<MemoryNeed> need) {
    private static final Logger LOG = LoggerFactory.getLogger(BatchMemory.class);

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
        MemoryNeed now = need.apply(batch);
        List<String> shortages = limits.shortages(now);
        if (shortages.isEmpty()) {
            LOG.info("{}: one step reads {}; it takes {}.", stage, step.apply(batch), now);
            return;
        }
        OptionalInt parts = LargestFit.of(
                batch / multiple - 1,
                1,
                value -> limits.allow(now.scaled((double) value * multiple / batch)),
                value -> limits.allow(need.apply(value * multiple)));
        List<String> remedies = parts.stream()
                .mapToObj(value -> "-Dset." + setting + "=" + value * multiple)
                .toList();
        throw MemoryException.of(stage, step.apply(batch), now, shortages, remedies);
    }
}
