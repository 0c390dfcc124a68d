package io.semisup4j.reporting.history;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The configuration that a run wrote, with its remarks.
 *
 * @param summary what the first line says about the experiment; empty if it says nothing
 * @param values leaf by leaf, in the order of the file
 */
public record ConfigFile(String summary, List<ConfigValue> values) {
    private static final Pattern REMARK = Pattern.compile("(published|default):(.*)");

    public ConfigFile {
        values = List.copyOf(values);
    }

    /** Reads the file; a missing one is empty, a broken one an {@link IOException} that names it. */
    public static ConfigFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new ConfigFile("", List.of());
        }
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        try (Reader text = Files.newBufferedReader(file)) {
            Node root = new Yaml(options).compose(text);
            List<ConfigValue> values = new ArrayList<>();
            if (root != null) {
                collect(root, "", values);
            }
            return new ConfigFile(summary(file), values);
        } catch (YAMLException e) {
            throw new IOException(file + " is not readable as YAML: " + e.getMessage(), e);
        }
    }

    /** The first line is {@code # NAME: SUMMARY}. */
    private static String summary(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            String first = lines.findFirst().orElse("");
            int colon = first.indexOf(": ");
            return first.startsWith("#") && colon > 0
                    ? first.substring(colon + 2).strip()
                    : "";
        }
    }

    private static void collect(Node node, String path, List<ConfigValue> values) {
        if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            for (NodeTuple tuple : mapping.getValue()) {
                collect(tuple.getValueNode(), join(path, ((ScalarNode) tuple.getKeyNode()).getValue()), values);
            }
        } else if (node instanceof SequenceNode list
                && list.getValue().stream().anyMatch(MappingNode.class::isInstance)) {
            for (int i = 0; i < list.getValue().size(); i++) {
                collect(list.getValue().get(i), join(path, String.valueOf(i)), values);
            }
        } else {
            values.add(value(path, node));
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String text(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(ConfigFile::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static ConfigValue value(String path, Node leaf) {
        List<CommentLine> comments = leaf.getInLineComments() == null ? List.of() : leaf.getInLineComments();
        return comments.stream()
                .map(comment -> REMARK.matcher(comment.getValue().strip()))
                .filter(Matcher::matches)
                .findFirst()
                .map(remark -> new ConfigValue(
                        path,
                        text(leaf),
                        remark.group(2).strip(),
                        remark.group(1).equals("published")))
                .orElseGet(() -> new ConfigValue(path, text(leaf), null, false));
    }
}
