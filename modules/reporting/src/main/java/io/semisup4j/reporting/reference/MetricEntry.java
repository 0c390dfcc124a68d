package io.semisup4j.reporting.reference;

/**
 * One metric, as its module describes it.
 *
 * @param name as in metrics.jsonl and result.json; {@code *} stands for any word without a dot
 * @param where events that carry it: {@code step}, {@code measured}, {@code result}
 * @param unit for example {@code fraction}, {@code nats}, {@code MiB}; empty for a pure number
 * @param meaning a phrase
 */
public record MetricEntry(String name, String where, String unit, String meaning) {

    /** Whether a metric of this name is meant. */
    public boolean covers(String metric) {
        StringBuilder pattern = new StringBuilder();
        for (String part : name.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : "[^.]+").append(java.util.regex.Pattern.quote(part));
        }
        return metric.matches(pattern.toString());
    }
}
