package io.semisup4j.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A configuration as YAML with every value, and {@code # published: X} behind each that differs; {@code # default: X} where
 * nothing was published.
 */
public final class ConfigYaml {
    private final Origin origin;
    private final Map<String, Difference> differences;
    private final Map<String, String> words;

    private ConfigYaml(Origin origin, Map<String, Difference> differences, Map<String, String> words) {
        this.origin = origin;
        this.differences = differences;
        this.words = words;
    }

    /** The same with what the record's javadoc says about a key in a comment above it. */
    public static <C extends Record> String documented(Origin origin, C standard, C actual) {
        return of(origin, standard, actual, Documentation.of(Schema.ofRecord(actual.getClass())));
    }

    /**
     * The YAML text; what it says is read back by {@link Layer.YamlFile}.
     *
     * @param origin of the standard values
     */
    public static <C extends Record> String of(Origin origin, C standard, C actual) {
        return of(origin, standard, actual, Map.of());
    }

    private static <C extends Record> String of(Origin origin, C standard, C actual, Map<String, String> words) {
        Map<String, Difference> differences = Differences.of(standard, actual).stream()
                .collect(Collectors.toMap(Difference::path, difference -> difference));
        DumperOptions options = new DumperOptions();
        options.setProcessComments(true);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        StringWriter text = new StringWriter();
        JsonNode tree = Trees.of(actual, Schema.ofRecord(actual.getClass()));
        new Yaml(options).serialize(new ConfigYaml(origin, differences, words).node(tree, ""), text);
        return text.toString();
    }

    private Node node(JsonNode tree, String path) {
        Node node = tree.isObject() ? group(tree, path) : tree.isArray() ? list(tree, path) : scalar(tree);
        Difference difference = differences.get(path);
        if (difference != null) {
            String comment = " " + origin.word() + ": " + difference.standard();
            node.setInLineComments(List.of(new CommentLine(null, null, comment, CommentType.IN_LINE)));
        }
        return node;
    }

    private Node group(JsonNode tree, String path) {
        List<NodeTuple> tuples = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            Node key = new ScalarNode(Tag.STR, entry.getKey(), null, null, DumperOptions.ScalarStyle.PLAIN);
            String inner = Keys.join(path, entry.getKey());
            if (words.containsKey(inner)) {
                String comment = " " + words.get(inner);
                key.setBlockComments(List.of(new CommentLine(null, null, comment, CommentType.BLOCK)));
            }
            tuples.add(new NodeTuple(key, node(entry.getValue(), inner)));
        }
        return new MappingNode(Tag.MAP, tuples, DumperOptions.FlowStyle.BLOCK);
    }

    private Node list(JsonNode tree, String path) {
        List<Node> elements = new ArrayList<>();
        boolean flat = true;
        for (int i = 0; i < tree.size(); i++) {
            flat &= tree.get(i).isValueNode();
            elements.add(node(tree.get(i), Keys.join(path, String.valueOf(i))));
        }
        return new SequenceNode(Tag.SEQ, elements, flat ? DumperOptions.FlowStyle.FLOW : DumperOptions.FlowStyle.BLOCK);
    }

    private static Node scalar(JsonNode tree) {
        Tag tag =
                switch (tree.getNodeType()) {
                    case STRING -> Tag.STR;
                    case BOOLEAN -> Tag.BOOL;
                    case NULL -> Tag.NULL;
                    default -> tree.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
                };
        return new ScalarNode(tag, tree.asText(), null, null, DumperOptions.ScalarStyle.PLAIN);
    }
}
