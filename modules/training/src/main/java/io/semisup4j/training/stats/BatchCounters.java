package io.semisup4j.training.stats;

import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.Stateful;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How many batches each normalisation layer has seen: the {@code num_batches_tracked} of a state dictionary. */
public final class BatchCounters implements Stateful {
    private final Map<String, Long> counts = new TreeMap<>();

    /** Counters at 0. */
    public BatchCounters(Collection<String> layers) {
        layers.forEach(layer -> counts.put(layer, 0L));
    }

    /** Batches that the layer has seen. */
    public long count(String layer) {
        return counts.get(known(layer));
    }

    /** Sets a counter, for example from an imported state dictionary. */
    public void set(String layer, long batches) {
        counts.put(known(layer), batches);
    }

    void increment(String layer) {
        counts.merge(known(layer), 1L, Long::sum);
    }

    @Override
    public StateValues values() {
        StateValues values = StateValues.empty();
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            values = values.with(entry.getKey(), entry.getValue());
        }
        return values;
    }

    @Override
    public void restore(StateValues values) {
        counts.replaceAll((layer, before) -> values.longValue(layer));
    }

    private String known(String layer) {
        if (!counts.containsKey(layer)) {
            throw new IllegalArgumentException(
                    "no batch normalisation layer '" + layer + "'; there are " + counts.keySet());
        }
        return layer;
    }
}
