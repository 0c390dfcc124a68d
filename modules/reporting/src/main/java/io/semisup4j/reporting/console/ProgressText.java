package io.semisup4j.reporting.console;

import io.semisup4j.reporting.format.Numbers;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The words of the progress bar and the progress lines. */
final class ProgressText {
    private ProgressText() {}

    /** {@code paws step 120/6000 (2 %), epoch 3, loss 2.301, 412 images/s, 12 min left}. */
    static String line(StageStart stage, StepEvent event, Pace pace) {
        long done = event.step() + 1;
        long percent = 100 * done / Math.max(1, stage.totalSteps());
        return String.format(
                Locale.ROOT,
                "%s step %d/%d (%d %%), epoch %d, %s",
                stage.stage(),
                done,
                stage.totalSteps(),
                percent,
                event.epoch() + 1,
                rest(event, pace));
    }

    /** Losses, rate and remaining time; the bar itself shows the rest. */
    static String rest(StepEvent event, Pace pace) {
        String losses = losses(event.metrics());
        return String.format(
                Locale.ROOT,
                "%s%s%.0f images/s, %s left",
                losses,
                losses.isEmpty() ? "" : ", ",
                pace.imagesPerSecond(),
                Numbers.duration(pace.remaining()));
    }

    /** Every metric whose name ends in "loss"; the sum, called just loss, first. */
    private static String losses(Map<String, Double> metrics) {
        Map<String, Double> sorted = new TreeMap<>(metrics);
        Double sum = sorted.remove("loss");
        String parts = sorted.entrySet().stream()
                .filter(metric -> metric.getKey().endsWith("loss"))
                .map(metric -> metric.getKey() + " " + number(metric.getValue()))
                .collect(Collectors.joining(", "));
        if (sum == null) {
            return parts;
        }
        return "loss " + number(sum) + (parts.isEmpty() ? "" : ", " + parts);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
