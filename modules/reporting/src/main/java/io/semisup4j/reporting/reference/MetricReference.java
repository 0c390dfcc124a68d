package io.semisup4j.reporting.reference;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every metric and every method that the modules on the class path have described, each in its file {@value #RESOURCE}.
 *
 * @param metrics in the order of their names
 * @param methods in the order of their names
 */
public record MetricReference(List<MetricEntry> metrics, List<MethodEntry> methods) {
    private static final String RESOURCE = "META-INF/semisup4j/metrics.yaml";
    private static final YAMLMapper MAPPER = new YAMLMapper();

    public MetricReference {
        metrics = metrics == null ? List.of() : List.copyOf(metrics);
        methods = methods == null ? List.of() : List.copyOf(methods);
    }

    /** Reads them. */
    public static MetricReference onClassPath() {
        List<MetricEntry> metrics = new ArrayList<>();
        List<MethodEntry> methods = new ArrayList<>();
        try {
            ClassLoader loader = MetricReference.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources(RESOURCE))) {
                try (InputStream in = url.openStream()) {
                    MetricReference part = MAPPER.readValue(in, MetricReference.class);
                    metrics.addAll(part.metrics);
                    methods.addAll(part.methods);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a list of metrics on the class path cannot be read", e);
        }
        metrics.sort(Comparator.comparing(MetricEntry::name));
        methods.sort(Comparator.comparing(MethodEntry::name));
        return new MetricReference(metrics, methods);
    }

    /** What a metric means, if somebody has said. */
    public Optional<MetricEntry> metric(String name) {
        return metrics.stream().filter(entry -> entry.covers(name)).findFirst();
    }

    /** Name of a method or stage for people; the name itself if it has no other. */
    public String label(String method) {
        return methods.stream()
                .filter(entry -> entry.name().equals(method))
                .map(MethodEntry::label)
                .findFirst()
                .orElse(method);
    }

    /** Whether others are compared with this method. */
    public boolean isBaseline(String method) {
        return methods.stream().anyMatch(entry -> entry.name().equals(method) && entry.baseline());
    }

    /** The rows of the documentation's table. */
    public String markdown() {
        StringBuilder text = new StringBuilder("| name | where | unit | meaning |\n|---|---|---|---|\n");
        for (MetricEntry metric : metrics) {
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(metric.name(), metric.where(), metric.unit(), metric.meaning()));
        }
        return text.toString();
    }
}
