package io.semisup4j.reporting.html;

import io.semisup4j.reporting.format.Numbers;
import io.semisup4j.reporting.reference.MetricEntry;
import io.semisup4j.reporting.reference.MetricReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A final metric with its meaning. */
public record MetricRow(String name, String value, String unit, String meaning) {
    static List<MetricRow> of(Map<String, Double> metrics, MetricReference reference) {
        return new TreeMap<>(metrics)
                .entrySet().stream()
                        .map(metric -> {
                            Optional<MetricEntry> entry = reference.metric(metric.getKey());
                            return new MetricRow(
                                    metric.getKey(),
                                    Numbers.number(metric.getValue()),
                                    entry.map(MetricEntry::unit).orElse(""),
                                    entry.map(MetricEntry::meaning).orElse(""));
                        })
                        .toList();
    }
}
