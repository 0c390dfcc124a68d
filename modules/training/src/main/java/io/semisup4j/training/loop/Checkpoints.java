package io.semisup4j.training.loop;

import io.semisup4j.training.checkpoint.CheckpointFolder;
import io.semisup4j.training.state.Stateful;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where and when a loop saves its state, and of which parts it consists.
 *
 * @param folder the run's checkpoints
 * @param schedule when the state is saved
 * @param fingerprint configuration values that must agree for a resume; other values may be changed freely
 * @param parts everything that changes during training, by stable names: parameters, optimiser, running statistics,
 *     samplers; the loop adds its own part {@value LoopState#PART}
 * @param scoreName the measured number by which the best checkpoint is chosen, more is better; null for none
 */
public record Checkpoints(
        CheckpointFolder folder,
        SaveSchedule schedule,
        Map<String, String> fingerprint,
        Map<String, Stateful> parts,
        String scoreName) {

    public Checkpoints {
        fingerprint = Map.copyOf(fingerprint);
        // Sorted, since the order of an immutable map differs from one process to the next, and with it the files.
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        if (parts.containsKey(LoopState.PART)) {
            throw new IllegalArgumentException(
                    "the part name '" + LoopState.PART + "' is the loop's own; give the part another name");
        }
    }
}
