package io.semisup4j.experiments.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.semisup4j.reporting.folder.ResultFile;
import io.semisup4j.reporting.metrics.MetricsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a finished run has left behind and that must not depend on how often it was killed.
 *
 * @param states SHA-256 of every file of each stage's last checkpoint: parameters, running statistics, momentum, epoch means,
 *     counters
 * @param metrics the lines of the metrics file without their times
 * @param result the final metrics
 */
record RunState(Map<String, String> states, List<String> metrics, Map<String, Double> result) {
    static RunState of(Path folder) throws IOException {
        Map<String, String> states = new TreeMap<>();
        for (Path stage : listing(folder.resolve("checkpoints"))) {
            for (Path file : listing(newest(stage))) {
                states.put(stage.getParent().relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
        }
        List<String> metrics = MetricsFile.read(folder.resolve("metrics.jsonl")).stream()
                .map(RunState::withoutTimes)
                .toList();
        return new RunState(
                states, metrics, ResultFile.read(folder.resolve("result.json")).metrics());
    }

    /** One number for all of it. */
    String digest() {
        return sha256(toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Older checkpoints may be there or not, depending on when the process was killed. */
    private static Path newest(Path stage) throws IOException {
        return listing(stage).stream()
                .filter(path -> path.getFileName().toString().startsWith("step-"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<Path> listing(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private static String withoutTimes(JsonNode line) {
        return ((ObjectNode) line).without(List.of("seconds", "waitSeconds")).toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
