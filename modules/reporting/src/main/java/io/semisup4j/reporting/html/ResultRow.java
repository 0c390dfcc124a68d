package io.semisup4j.reporting.html;

import io.semisup4j.reporting.format.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the table of accuracies.
 *
 * @param style as in the charts
 * @param top1 in percent
 * @param top5 in percent; empty if it was not measured
 * @param lead percentage points above the baseline; empty for the baseline and without one
 * @param width share of the bar that is filled, in percent
 * @param best whether no other line has more
 */
public record ResultRow(
        String label,
        LineStyle style,
        String top1,
        String top5,
        String lead,
        String width,
        boolean best,
        boolean baseline) {
    private static final String TOP1 = ".top1";
    private static final String TOP5 = ".top5";

    static List<ResultRow> of(Map<String, Double> metrics, Methods methods) {
        Optional<Double> baseline = methods.names().stream()
                .filter(methods::isBaseline)
                .map(name -> metrics.get(name + TOP1))
                .filter(java.util.Objects::nonNull)
                .findFirst();
        double best = methods.names().stream()
                .mapToDouble(name -> metrics.getOrDefault(name + TOP1, -1.0))
                .max()
                .orElse(0);
        List<ResultRow> rows = new ArrayList<>();
        for (String method : methods.names()) {
            Double top1 = metrics.get(method + TOP1);
            if (top1 != null) {
                rows.add(new ResultRow(
                        methods.label(method),
                        methods.style(method),
                        Numbers.percent(top1),
                        Optional.ofNullable(metrics.get(method + TOP5))
                                .map(Numbers::percent)
                                .orElse(""),
                        methods.isBaseline(method)
                                ? ""
                                : baseline.map(b -> Numbers.points(top1 - b)).orElse(""),
                        SvgPath.text(100 * top1),
                        top1 >= best,
                        methods.isBaseline(method)));
            }
        }
        return rows;
    }
}
