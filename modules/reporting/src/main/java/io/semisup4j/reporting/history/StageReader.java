package io.semisup4j.reporting.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the lines of one stage. */
final class StageReader {
    private final String stage;
    private final long totalSteps;
    private final long stepsPerEpoch;
    private final int imagesPerStep;
    private final Map<String, Series> metrics = new TreeMap<>();
    private final Map<String, List<Point>> measured = new TreeMap<>();
    private final Series rate;
    private long stepsDone;
    private long stepsTimed;
    private double seconds;
    private double waitSeconds;

    StageReader(JsonNode start) {
        stage = start.path("stage").asText();
        totalSteps = Math.max(1, start.path("totalSteps").asLong());
        stepsPerEpoch = Math.max(1, start.path("stepsPerEpoch").asLong());
        imagesPerStep = start.path("imagesPerStep").asInt();
        stepsDone = start.path("firstStep").asLong();
        rate = new Series(totalSteps);
    }

    void step(JsonNode line) {
        long step = line.path("step").asLong();
        stepsDone = Math.max(stepsDone, step + 1);
        line.path("metrics").properties().forEach(entry -> metrics.computeIfAbsent(
                        entry.getKey(), name -> new Series(totalSteps))
                .add(step, entry.getValue().asDouble()));
        double now = line.path("seconds").asDouble();
        seconds += now;
        waitSeconds += line.path("waitSeconds").asDouble();
        stepsTimed++;
        if (now > 0) {
            rate.add(step, imagesPerStep / now);
        }
    }

    void measured(JsonNode line) {
        double value = line.path("value").asDouble();
        if (Double.isFinite(value)) {
            measured.computeIfAbsent(line.path("name").asText(), name -> new ArrayList<>())
                    .add(Point.of(line.path("step").asDouble(), value));
        }
    }

    StageCourse course() {
        Map<String, List<Point>> curves = new TreeMap<>();
        metrics.forEach((name, series) -> curves.put(name, series.points()));
        return new StageCourse(
                stage,
                totalSteps,
                stepsPerEpoch,
                stepsDone,
                seconds,
                waitSeconds,
                stepsTimed * imagesPerStep,
                curves,
                rate.points(),
                new TreeMap<>(measured));
    }
}
