package io.semisup4j.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a benchmark as a Markdown table. */
final class Table {
    private static final String HEAD = "| step | ours ms | peer ms | ratio | ours CPU ms | peer CPU ms | CPU ratio |"
            + " ours MB | peer MB | memory ratio | losses differ by | outside kernels |";

    private Table() {}

    /** A line for every measurement; what was not measured is a dash. */
    static String of(List<Measured> all) {
        List<String> lines = new ArrayList<>(List.of(HEAD, HEAD.replaceAll("[^|]+", "---")));
        all.forEach(measured -> lines.add(line(measured)));
        return String.join("\n", lines) + "\n";
    }

    /** One line of the table. */
    static String line(Measured measured) {
        Map<String, Double> metrics = measured.metrics();
        StringBuilder line = new StringBuilder("| " + measured.label() + " |");
        cell(line, metrics, measured, "milliseconds", "%.1f");
        cell(line, metrics, measured, "peerMilliseconds", "%.1f");
        cell(line, metrics, measured, "ratio", "%.3f");
        cell(line, metrics, measured, "cpuMilliseconds", "%.1f");
        cell(line, metrics, measured, "peerCpuMilliseconds", "%.1f");
        cell(line, metrics, measured, "cpuRatio", "%.3f");
        cell(line, metrics, measured, "megabytes", "%.0f");
        cell(line, metrics, measured, "peerMegabytes", "%.0f");
        cell(line, metrics, measured, "memoryRatio", "%.2f");
        cell(line, metrics, measured, "lossDifference", "%.1e");
        cell(line, metrics, measured, "outsideKernels", "%.4f");
        return line.toString();
    }

    private static void cell(
            StringBuilder line, Map<String, Double> metrics, Measured measured, String metric, String format) {
        Double value = metrics.get(measured.label() + "." + metric);
        line.append(' ')
                .append(value == null ? "-" : String.format(Locale.ROOT, format, value))
                .append(" |");
    }
}
