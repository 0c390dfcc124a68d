package io.semisup4j.reporting.history;

import io.semisup4j.reporting.folder.ResultFile;
import io.semisup4j.reporting.folder.RunFolderException;
import io.semisup4j.reporting.folder.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run folder tells of its run, while it runs and after.
 *
 * @param folder the folder, absolute
 * @param config configuration and summary
 * @param versions what the run began on, by name
 * @param course its stages
 * @param result final metrics, there when the run is complete
 */
public record RecordedRun(
        Path folder, ConfigFile config, Map<String, String> versions, RunCourse course, Optional<ResultFile> result) {

    /**
     * Reads a folder, which may be in use by the run.
     *
     * @throws RunFolderException if it is no run folder, or something in it cannot be read
     */
    public static RecordedRun read(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        Path config = folder.resolve("config.yaml");
        Path metrics = folder.resolve("metrics.jsonl");
        if (!Files.exists(config) && !Files.exists(metrics)) {
            throw new RunFolderException(folder + " is not a run folder: it has neither config.yaml nor metrics.jsonl. "
                    + "Give the folder that a run has written to, as it was shown when the run began.");
        }
        Path result = folder.resolve("result.json");
        try {
            return new RecordedRun(
                    folder,
                    ConfigFile.read(config),
                    versions(folder.resolve("versions.json")),
                    RunCourse.read(metrics),
                    Files.exists(result) ? Optional.of(ResultFile.read(result)) : Optional.empty());
        } catch (IOException e) {
            throw new RunFolderException("The run folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private static Map<String, String> versions(Path file) throws IOException {
        return Files.exists(file) ? Versions.read(file).values() : Map.of();
    }

    /** Name of the experiment. */
    public String experiment() {
        return versions.getOrDefault(
                "experiment", result.map(ResultFile::experiment).orElse("run"));
    }

    /** The final metrics, or the latest measurements of a run that is not complete. */
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>(course.latest());
        result.ifPresent(r -> metrics.putAll(r.metrics()));
        return metrics;
    }
}
