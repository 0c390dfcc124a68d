package io.semisup4j.paws.program;

import io.semisup4j.evaluation.TopK;
import io.semisup4j.training.loop.EpochTask;
import java.util.Map;
import java.util.function.Supplier;

/** Measures an accuracy every so many epochs and at the end. */
final class EpochAccuracy {
    private EpochAccuracy() {}

    /** Reports {@code NAME.top1} and {@code NAME.top5}. */
    static EpochTask of(String name, int every, int epochs, Supplier<TopK> accuracy) {
        return (epoch, stepsDone) -> {
            if ((epoch + 1) % every != 0 && epoch + 1 != epochs) {
                return Map.of();
            }
            return accuracy.get().metrics(name);
        };
    }
}
