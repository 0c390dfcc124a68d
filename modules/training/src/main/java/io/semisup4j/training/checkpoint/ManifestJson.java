package io.semisup4j.training.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.semisup4j.training.state.StateValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The manifest as JSON. Values carry their type, and doubles are texts, so that every bit and NaN survive. */
final class ManifestJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        ObjectNode root = JSON.createObjectNode();
        CheckpointHeader header = manifest.header();
        root.put("format", manifest.format());
        root.put("step", header.step());
        root.put("epoch", header.epoch());
        if (header.score() != null) {
            root.put("score", header.score().toString());
        }
        root.set("fingerprint", JSON.valueToTree(header.sortedFingerprint()));
        ObjectNode values = root.putObject("values");
        manifest.values().forEach((part, state) -> {
            ObjectNode node = values.putObject(part);
            state.asMap().forEach((name, value) -> putTyped(node.putObject(name), value));
        });
        root.set("vectors", JSON.valueToTree(manifest.vectors()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest must always be writable as JSON", e);
        }
    }

    /** The manifest was written by another version of this program: not damage, so nothing to pass over silently. */
    static final class FormatException extends IOException {
        private FormatException(int format) {
            super("it has format " + format + ", but this program reads format " + Manifest.FORMAT);
        }
    }

    /** @throws IOException if the file is no manifest */
    static Manifest read(Path file) throws IOException {
        try {
            return manifest(JSON.readTree(Files.readAllBytes(file)));
        } catch (NumberFormatException e) {
            throw new IOException(file + " has a number that is none: " + e.getMessage(), e);
        }
    }

    private static Manifest manifest(JsonNode root) throws IOException {
        int format = root.path("format").asInt(-1);
        if (format != Manifest.FORMAT) {
            throw new FormatException(format);
        }
        Map<String, String> fingerprint = new TreeMap<>();
        root.path("fingerprint")
                .properties()
                .forEach(e -> fingerprint.put(e.getKey(), e.getValue().asText()));
        Double score = root.has("score") ? Double.valueOf(root.get("score").asText()) : null;
        CheckpointHeader header = new CheckpointHeader(
                root.path("step").asLong(), root.path("epoch").asInt(), score, fingerprint);
        Map<String, StateValues> values = new TreeMap<>();
        root.path("values").properties().forEach(e -> values.put(e.getKey(), readValues(e.getValue())));
        List<VectorEntry> vectors = new ArrayList<>();
        for (JsonNode vector : root.path("vectors")) {
            vectors.add(JSON.treeToValue(vector, VectorEntry.class));
        }
        return new Manifest(format, header, values, vectors);
    }

    private static void putTyped(ObjectNode node, Object value) {
        if (value instanceof Long number) {
            node.put("long", number);
        } else if (value instanceof Double number) {
            node.put("double", number.toString());
        } else {
            node.put("text", value.toString());
        }
    }

    private static StateValues readValues(JsonNode node) {
        StateValues values = StateValues.empty();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode typed = entry.getValue();
            if (typed.has("long")) {
                values = values.with(entry.getKey(), typed.get("long").asLong());
            } else if (typed.has("double")) {
                values = values.with(
                        entry.getKey(), Double.parseDouble(typed.get("double").asText()));
            } else {
                values = values.with(entry.getKey(), typed.path("text").asText());
            }
        }
        return values;
    }
}
