package io.semisup4j.training.checkpoint;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a checkpoint says about itself beside the state.
 *
 * @param step optimiser steps done
 * @param epoch epochs done completely
 * @param score what the best checkpoint is chosen by, more is better; null if nothing was measured
 * @param fingerprint the configuration values that must agree for a resume, by name
 */
public record CheckpointHeader(long step, int epoch, Double score, Map<String, String> fingerprint) {
    public CheckpointHeader {
        fingerprint = Map.copyOf(fingerprint);
    }

    /** The fingerprint with its names in order, as it is written. */
    Map<String, String> sortedFingerprint() {
        return new TreeMap<>(fingerprint);
    }
}
