package io.semisup4j.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML into trees. */
final class Yaml {
    private static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private Yaml() {}

    /** A text given for a list or group: {@code 60, 120}, {@code [60, 120]} or <code>{size: 32, count: 2}</code>. */
    static JsonNode flow(String text, Schema schema) throws JsonProcessingException {
        boolean bare = schema instanceof Schema.Items && !text.strip().startsWith("[");
        return MAPPER.readTree(bare ? "[" + text + "]" : text);
    }

    /** The tree of a file; an empty file is an empty group. What is wrong with it becomes an exception's message. */
    static JsonNode file(Path path) throws UnusableFile {
        try {
            JsonNode tree = MAPPER.readTree(Files.readString(path));
            return tree.isMissingNode() || tree.isNull() ? JsonNodeFactory.instance.objectNode() : tree;
        } catch (JsonProcessingException e) {
            throw new UnusableFile(path + syntax(e));
        } catch (NoSuchFileException e) {
            throw new UnusableFile("The configuration file " + path.toAbsolutePath() + " does not exist.");
        } catch (IOException e) {
            String reason = Files.isDirectory(path) ? "it is a folder" : e.toString();
            throw new UnusableFile(
                    "The configuration file " + path.toAbsolutePath() + " cannot be read: " + reason + ".");
        }
    }

    private static String syntax(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark at = marked.getProblemMark();
            return at(at.getLine() + 1, at.getColumn() + 1) + marked.getProblem() + ".";
        }
        JsonLocation at = e.getLocation();
        String reason = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return at(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()) + reason + ".";
    }

    private static String at(int line, int column) {
        return ", line " + line + ", column " + column + ": this is not valid YAML: ";
    }

    /** A file that is not YAML or not there. */
    static final class UnusableFile extends Exception {
        private static final long serialVersionUID = 1;

        UnusableFile(String message) {
            super(message);
        }
    }
}
