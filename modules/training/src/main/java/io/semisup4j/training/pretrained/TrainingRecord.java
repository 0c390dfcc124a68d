package io.semisup4j.training.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where exported weights come from.
 *
 * @param experiment the experiment's name; empty if it is not known
 * @param stage the stage of the experiment that trained them
 * @param epoch epochs done completely
 * @param step optimiser steps done
 * @param metrics what was measured last, by stable name; may be empty
 * @param config the configuration of the run; null if it is not known
 */
public record TrainingRecord(
        String experiment, String stage, int epoch, long step, Map<String, Double> metrics, JsonNode config) {
    public TrainingRecord {
        metrics = new TreeMap<>(metrics);
    }

    /** The short texts that stand in the weights' own file, so that it is not mute without its index. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("format", "pt"); // what other readers expect for PyTorch's names and axes
        texts.put("experiment", experiment);
        texts.put("stage", stage);
        texts.put(ExportedWeights.EPOCH, Integer.toString(epoch));
        texts.put(ExportedWeights.STEP, Long.toString(step));
        return texts;
    }
}
