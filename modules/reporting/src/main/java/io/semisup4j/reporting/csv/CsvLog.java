package io.semisup4j.reporting.csv;

import com.fasterxml.jackson.databind.JsonNode;
import io.semisup4j.reporting.folder.WholeFile;
import io.semisup4j.reporting.metrics.MetricsFile;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes one stage in the CSV format of its published program. When the stage is resumed, the rows before the resumed
 * step are made again from the metrics file, so that header and rows come once and the means of a half-done epoch are
 * those of an unbroken run.
 */
public final class CsvLog implements TrainingListener, AutoCloseable {
    private final Path file;
    private final Path metrics;
    private final String stage;
    private final CsvFormat format;
    private CsvRows rows;
    private BufferedWriter writer;

    /**
     * Prepares it.
     *
     * @param file written anew when the stage begins
     * @param metrics the run's metrics file, which another listener keeps
     * @param stage the stage that is written; others are passed over
     */
    public CsvLog(Path file, Path metrics, String stage, CsvFormat format) {
        this.file = file;
        this.metrics = metrics;
        this.stage = stage;
        this.format = format;
    }

    @Override
    public void onStart(StageStart start) {
        close();
        if (!start.stage().equals(stage)) {
            return;
        }
        rows = new CsvRows(format, start.stepsPerEpoch());
        StringBuilder text = new StringBuilder(format.header()).append('\n');
        try {
            if (start.firstStep() > 0) {
                MetricsFile.forEach(metrics, line -> replay(line, start.firstStep(), text));
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, text.toString());
            writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replay(JsonNode line, long firstStep, StringBuilder text) {
        boolean earlier = line.path("event").asText().equals("step")
                && line.path("stage").asText().equals(stage)
                && line.path("step").asLong() < firstStep;
        if (earlier) {
            Map<String, Double> values = new TreeMap<>();
            line.path("metrics")
                    .properties()
                    .forEach(
                            entry -> values.put(entry.getKey(), entry.getValue().asDouble()));
            rows.add(line.path("step").asLong(), values, line.path("seconds").asDouble())
                    .ifPresent(row -> text.append(row).append('\n'));
        }
    }

    @Override
    public void onStep(StepEvent event) {
        if (writer == null) {
            return;
        }
        rows.add(event.step(), event.metrics(), event.seconds()).ifPresent(this::write);
    }

    @Override
    public void onEnd(String name) {
        close();
    }

    private void write(String row) {
        try {
            writer.write(row + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (writer == null) {
            return;
        }
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer = null;
        }
    }
}
