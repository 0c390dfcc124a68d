package io.semisup4j.reporting.metrics;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.semisup4j.training.loop.EpochEvent;
import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes every event as one JSON object a line, flushed at once. When a stage is resumed, what was written beyond the
 * resumed state is dropped first, so that the file ends as that of an unbroken run (but for the times of the steps).
 *
 * <pre>
 * {"event":"start","stage":"paws","firstStep":0,"totalSteps":600,"stepsPerEpoch":60,"imagesPerStep":96}
 * {"event":"step","stage":"paws","step":0,"epoch":0,"metrics":{"ploss":2.3},"seconds":0.4,"waitSeconds":0.01}
 * {"event":"epoch","stage":"paws","step":60,"epoch":0,"metrics":{"ploss":1.9}}
 * {"event":"measured","stage":"paws","step":60,"name":"paws.softnn.top1","value":0.31}
 * </pre>
 *
 * In a step line {@code step} is the step's number, in the others the number of steps done. Numbers that are not finite
 * are the texts "NaN", "Infinity" and "-Infinity", which JSON lacks.
 */
public final class MetricsLog implements TrainingListener, AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path file;
    private final Set<String> written = new HashSet<>();
    private BufferedWriter writer;
    private long stepsDone;

    /** A log that appends to the file, which need not exist. */
    public MetricsLog(Path file) {
        this.file = file;
    }

    @Override
    public void onStart(StageStart start) {
        stepsDone = start.firstStep();
        try {
            close();
            Set<String> kept = MetricsFile.rewind(file, start.stage(), start.firstStep());
            written.clear();
            written.addAll(kept);
            writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("metrics cannot be written to " + file, e);
        }
        write(line("start", start.stage())
                .put("firstStep", start.firstStep())
                .put("totalSteps", start.totalSteps())
                .put("stepsPerEpoch", start.stepsPerEpoch())
                .put("imagesPerStep", start.imagesPerStep()));
    }

    @Override
    public void onStep(StepEvent event) {
        stepsDone = event.step() + 1;
        ObjectNode line = line("step", event.stage()).put("step", event.step()).put("epoch", event.epoch());
        line.set("metrics", numbers(event.metrics()));
        write(line.put("seconds", event.seconds()).put("waitSeconds", event.waitSeconds()));
    }

    @Override
    public void onEpoch(EpochEvent event) {
        ObjectNode line = line("epoch", event.stage()).put("step", stepsDone).put("epoch", event.epoch());
        line.set("metrics", numbers(event.means()));
        write(line);
    }

    @Override
    public void onMeasured(Measurement measured) {
        write(line("measured", measured.stage())
                .put("step", measured.step())
                .put("name", measured.name())
                .put("value", measured.value()));
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    /** Lines that a resumed loop repeats, such as the evaluation at the very step of the checkpoint, come once. */
    private void write(ObjectNode line) {
        if (writer == null) {
            throw new IllegalStateException("the metrics log hears of " + line + " before the start of a stage");
        }
        if (!written.add(MetricsFile.identity(line))) {
            return;
        }
        try {
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("metrics cannot be written to " + file, e);
        }
    }

    private static ObjectNode line(String event, String stage) {
        return MAPPER.createObjectNode().put("event", event).put("stage", stage);
    }

    /** Sorted, since the order of an immutable map differs from one process to the next. */
    private static ObjectNode numbers(Map<String, Double> values) {
        ObjectNode node = MAPPER.createObjectNode();
        new TreeMap<>(values).forEach(node::put);
        return node;
    }
}
