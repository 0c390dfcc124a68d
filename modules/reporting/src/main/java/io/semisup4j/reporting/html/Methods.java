package io.semisup4j.reporting.html;

import io.semisup4j.reporting.reference.MetricReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The methods of a page in their order, each with one style wherever it is drawn; the baseline is always dashed. */
final class Methods {
    private static final LineStyle BASELINE = new LineStyle(1, 1);

    private final MetricReference reference;
    private final Map<String, LineStyle> styles = new LinkedHashMap<>();

    Methods(MetricReference reference, Collection<String> names) {
        this.reference = reference;
        List<Integer> free = new ArrayList<>(List.of(0, 2, 3, 4, 5, 6, 7, 8, 9));
        for (String name : new LinkedHashSet<>(names)) {
            boolean baseline = reference.isBaseline(name);
            int colour = baseline || free.isEmpty() ? BASELINE.colour() : free.remove(0);
            styles.put(name, baseline ? BASELINE : new LineStyle(colour, 0));
        }
    }

    /** The name of a measurement without its last part: whose accuracy it is. */
    static String of(String metric) {
        int dot = metric.lastIndexOf('.');
        return dot < 0 ? metric : metric.substring(0, dot);
    }

    List<String> names() {
        return List.copyOf(styles.keySet());
    }

    LineStyle style(String name) {
        return styles.getOrDefault(name, LineStyle.of(0));
    }

    String label(String name) {
        return reference.label(name);
    }

    boolean isBaseline(String name) {
        return reference.isBaseline(name);
    }
}
