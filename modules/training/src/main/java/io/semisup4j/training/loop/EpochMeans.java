package io.semisup4j.training.loop;

import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.Stateful;
import java.util.Map;
import java.util.TreeMap;

/** Means of the step metrics over the current epoch; saved with the state, so that a resume does not change them. */
final class EpochMeans implements Stateful {
    private static final String SUM = "sum:";
    private static final String COUNT = "count:";

    private final Map<String, Double> sums = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    void add(Map<String, Double> metrics) {
        metrics.forEach((name, value) -> {
            sums.merge(name, value, Double::sum);
            counts.merge(name, 1L, Long::sum);
        });
    }

    Map<String, Double> means() {
        Map<String, Double> means = new TreeMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / counts.get(name)));
        return means;
    }

    void clear() {
        sums.clear();
        counts.clear();
    }

    @Override
    public StateValues values() {
        StateValues values = StateValues.empty();
        for (String name : sums.keySet()) {
            values = values.with(SUM + name, sums.get(name)).with(COUNT + name, counts.get(name));
        }
        return values;
    }

    @Override
    public void restore(StateValues values) {
        clear();
        for (String saved : values.asMap().keySet()) {
            if (saved.startsWith(SUM)) {
                String name = saved.substring(SUM.length());
                sums.put(name, values.doubleValue(saved));
                counts.put(name, values.longValue(COUNT + name));
            }
        }
    }
}
