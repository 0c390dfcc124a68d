package io.semisup4j.reporting.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.semisup4j.reporting.folder.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The lines of a metrics file, read back and cut. */
public final class MetricsFile {
    private static final JsonMapper MAPPER = new JsonMapper();

    private MetricsFile() {}

    /** Every whole line, in order; a last line that was cut off in writing is left out. */
    public static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        forEach(file, lines::add);
        return lines;
    }

    /**
     * Hands over every whole line, in order, without keeping any; nothing if the file does not exist. Damaged bytes cost
     * their line, not the file.
     */
    public static void forEach(Path file, Consumer<JsonNode> reader) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        // An InputStreamReader decodes leniently, where Files.newBufferedReader would throw.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                try {
                    JsonNode line = MAPPER.readTree(text);
                    if (line.isObject()) {
                        reader.accept(line);
                    }
                } catch (JsonProcessingException e) {
                    continue; // the process was killed while it wrote this line
                }
            }
        }
    }

    /** Drops what the stage wrote at or after the step; returns the identities of its remaining lines. */
    static Set<String> rewind(Path file, String stage, long firstStep) throws IOException {
        Set<String> kept = new HashSet<>();
        if (!Files.exists(file)) {
            return kept;
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode line : read(file)) {
            boolean own = line.path("stage").asText().equals(stage);
            if (!own || survives(line, firstStep)) {
                text.append(line).append('\n');
            }
            if (own && survives(line, firstStep)) {
                kept.add(identity(line));
            }
        }
        WholeFile.write(file, text.toString());
        return kept;
    }

    /** What makes a line the same as one that a resumed loop writes again. */
    static String identity(JsonNode line) {
        return line.path("event").asText() + " " + line.path("stage").asText() + " "
                + line.path("step").asText() + " " + line.path("name").asText();
    }

    private static boolean survives(JsonNode line, long firstStep) {
        long step = line.path("step").asLong();
        return firstStep > 0
                && switch (line.path("event").asText()) {
                    case "start" -> true;
                    case "step" -> step < firstStep;
                    default -> step <= firstStep; // an epoch or measurement after that many steps
                };
    }
}
