package io.semisup4j.training.checkpoint;

import io.semisup4j.training.state.StateNames;
import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The index of a checkpoint.
 *
 * @param format version of the folder's format
 * @param header step, epoch, score, configuration
 * @param values the small values of every part
 * @param vectors the vector files
 */
record Manifest(int format, CheckpointHeader header, Map<String, StateValues> values, List<VectorEntry> vectors) {
    /** The format that this program writes; others are refused. */
    static final int FORMAT = 1;

    static Manifest of(CheckpointHeader header, Map<String, Stateful> parts) {
        Map<String, StateValues> values = new TreeMap<>();
        parts.forEach((name, part) -> values.put(StateNames.check(name), part.values()));
        return new Manifest(FORMAT, header, values, entries(parts));
    }

    static List<VectorEntry> entries(Map<String, Stateful> parts) {
        List<VectorEntry> entries = new ArrayList<>();
        parts.forEach((name, part) -> part.vectors().forEach(v -> entries.add(VectorEntry.of(name, v))));
        return entries;
    }
}
