package io.semisup4j.training.pretrained;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where exported weights come from.
 *
 * @param run the run that trained them
 * @param stage the stage of the run
 * @param epoch epochs done completely
 * @param step optimiser steps done
 * @param metrics what was measured last, by stable name; may be empty
 */
public record TrainingRecord(RunOrigin run, String stage, int epoch, long step, Map<String, Double> metrics) {
    public TrainingRecord {
        metrics = new TreeMap<>(metrics);
    }

    /** The short texts that stand in the weights' own file, so that it is not mute without its index. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("format", "pt"); // what other readers expect for PyTorch's names and axes
        texts.put("experiment", run.experiment());
        texts.put(ExportedWeights.STAGE, stage);
        texts.put(ExportedWeights.EPOCH, Integer.toString(epoch));
        texts.put(ExportedWeights.STEP, Long.toString(step));
        return texts;
    }
}
