package io.semisup4j.reporting.html;

import io.semisup4j.reporting.exhibit.Timing;
import io.semisup4j.reporting.format.Numbers;
import java.util.List;

/**
 * A kind of operation in the timing profile.
 *
 * @param share of the step's time, in percent without its sign
 */
public record TimingRow(String name, String milliseconds, String share, String calls) {
    static List<TimingRow> of(Timing timing) {
        return timing.rows().stream()
                .map(row -> new TimingRow(
                        row.name(),
                        Numbers.number(row.milliseconds()),
                        SvgPath.text(100 * row.milliseconds() / Math.max(1e-12, timing.milliseconds())),
                        Numbers.number(row.calls())))
                .toList();
    }
}
