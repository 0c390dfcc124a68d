package io.semisup4j.reporting.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.semisup4j.reporting.metrics.MetricsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The course of a run.
 *
 * @param stages in the order in which they began
 */
public record RunCourse(List<StageCourse> stages) {
    public RunCourse {
        stages = List.copyOf(stages);
    }

    /** Reads a metrics file, which may be in use and need not exist; memory does not grow with its length. */
    public static RunCourse read(Path metrics) throws IOException {
        Map<String, StageReader> stages = new LinkedHashMap<>();
        MetricsFile.forEach(metrics, line -> take(line, stages));
        return new RunCourse(stages.values().stream().map(StageReader::course).toList());
    }

    private static void take(JsonNode line, Map<String, StageReader> stages) {
        String name = line.path("stage").asText();
        String event = line.path("event").asText();
        if (event.equals("start")) {
            stages.computeIfAbsent(name, stage -> new StageReader(line));
            return;
        }
        StageReader stage = stages.get(name);
        if (stage != null && event.equals("step")) {
            stage.step(line);
        } else if (stage != null && event.equals("measured")) {
            stage.measured(line);
        }
    }

    /** The last value of everything that was measured, stage by stage. */
    public Map<String, Double> latest() {
        Map<String, Double> latest = new LinkedHashMap<>();
        for (StageCourse stage : stages) {
            stage.measured()
                    .forEach((name, points) ->
                            latest.put(name, points.get(points.size() - 1).mean()));
        }
        return latest;
    }
}
