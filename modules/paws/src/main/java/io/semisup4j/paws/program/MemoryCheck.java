package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.training.memory.MemoryException;
import io.semisup4j.training.memory.MemoryLimits;
import io.semisup4j.training.memory.MemoryNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what pre-training needs before it begins, and refuses it with what would fit if it is too much.
 *
 * @param config of the pre-training
 * @param loading how views are loaded ahead
 * @param devices W, each of which reads a batch
 * @param limits what may be taken
 */
record MemoryCheck(PawsConfig config, LoaderOptions loading, int devices, MemoryLimits limits) {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryCheck.class);
    /** Some virtual machines keep a few words of every array for themselves. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Against the limits of this moment. */
    static MemoryCheck now(PawsConfig config, LoaderOptions loading, int devices) {
        return new MemoryCheck(config, loading, devices, MemoryLimits.now());
    }

    /** @throws MemoryException if pre-training does not fit */
    void require() {
        PretrainingMemory memory = new PretrainingMemory(config, loading, devices);
        MemoryNeed need = memory.need();
        List<String> shortages = shortages(memory, need);
        if (shortages.isEmpty()) {
            LOG.info("PAWS: one step reads {}; it takes {}.", memory.step(), need);
            return;
        }
        List<String> remedies = new SmallerBatches(config, this::suits, factor -> predicts(need, factor)).settings();
        throw MemoryException.of("PAWS pre-training", memory.step(), need, shortages, remedies);
    }

    private List<String> shortages(PretrainingMemory memory, MemoryNeed need) {
        List<String> found = new ArrayList<>(limits.shortages(need));
        long longest = Math.max(memory.largeNumbers(), memory.smallNumbers());
        if (longest > LONGEST_ARRAY) {
            found.add(String.format(
                    Locale.ROOT,
                    "the loader would need an array of %,d numbers where Java allows %,d",
                    longest,
                    LONGEST_ARRAY));
        }
        return found;
    }

    /** Whether another configuration fits, exactly. */
    private boolean suits(PawsConfig other) {
        PretrainingMemory memory = new PretrainingMemory(other, loading, devices);
        return shortages(memory, memory.need()).isEmpty();
    }

    /** Whether batches of so many times the pixels fit, as far as everything grows in proportion. */
    private boolean predicts(MemoryNeed need, double factor) {
        PretrainingMemory memory = new PretrainingMemory(config, loading, devices);
        double longest = factor * Math.max(memory.largeNumbers(), memory.smallNumbers());
        return limits.allow(need.scaled(factor)) && longest <= LONGEST_ARRAY;
    }
}
