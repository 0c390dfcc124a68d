package io.semisup4j.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lays new values over a configuration tree. A value that cannot be taken leaves a problem and the old value in its
 * place, so that one pass finds every mistake.
 */
final class Merge {
    private final Schema root;
    private final List<String> problems = new ArrayList<>();
    private final List<String> failedKeys = new ArrayList<>();
    private JsonNode tree;

    Merge(Schema root, JsonNode tree) {
        this.root = root;
        this.tree = tree;
    }

    JsonNode tree() {
        return tree;
    }

    /** Sentences, in the order in which the values came. */
    List<String> problems() {
        return problems;
    }

    /** Keys whose new value was refused. */
    List<String> failedKeys() {
        return failedKeys;
    }

    /** Lays a whole tree over; {@code origin} (the file's name) begins each problem. */
    void overlay(JsonNode update, String origin) {
        tree = take(root, tree, update, new Place("", origin + ": "));
    }

    /** Sets one dotted key from a text, for example {@code views.0.size}. */
    void set(String key, String text) {
        String dotted = key.replaceAll("\\[(\\d+)]", ".$1");
        Place place = new Place("", "-Dset." + key + "=" + text + ": ");
        tree = setAt(root, tree, List.of(dotted.split("\\.", -1)), TextNode.valueOf(text), place);
    }

    private JsonNode setAt(Schema schema, JsonNode old, List<String> keys, JsonNode update, Place place) {
        if (keys.isEmpty()) {
            return take(schema, old, update, place);
        }
        String key = keys.get(0);
        List<String> rest = keys.subList(1, keys.size());
        if (schema instanceof Schema.Group group && group.entries().containsKey(key)) {
            Schema inner = group.entries().get(key).schema();
            return with(old, key, setAt(inner, old.path(key), rest, update, place.inner(key)));
        }
        if (schema instanceof Schema.Items items && key.matches("\\d{1,9}") && old.has(Integer.parseInt(key))) {
            int index = Integer.parseInt(key);
            ArrayNode list = old.deepCopy();
            list.set(index, setAt(items.element(), old.get(index), rest, update, place.inner(key)));
            return list;
        }
        unknown(schema, old, keys, place);
        return old;
    }

    private JsonNode take(Schema schema, JsonNode old, JsonNode update, Place place) {
        if (update.isNull() || (update.isTextual() && update.asText().strip().equals("null"))) {
            return takeNull(schema, old, place);
        }
        if (schema instanceof Schema.Single single) {
            return takeSingle(single, old, update, place);
        }
        JsonNode parsed;
        try {
            parsed = update.isTextual() ? Yaml.flow(update.asText(), schema) : update;
        } catch (JsonProcessingException e) {
            parsed = update;
        }
        if (schema instanceof Schema.Group group && parsed.isObject()) {
            return takeGroup(group, old, parsed, place);
        }
        if (schema instanceof Schema.Items items && parsed.isArray()) {
            return takeItems(items, old, parsed, place);
        }
        return refuse(schema, old, update, place);
    }

    private JsonNode takeNull(Schema schema, JsonNode old, Place place) {
        boolean primitive =
                schema instanceof Schema.Single single && single.type().isPrimitive();
        return primitive || schema instanceof Schema.Items
                ? refuse(schema, old, NullNode.getInstance(), place)
                : NullNode.getInstance();
    }

    private JsonNode takeSingle(Schema.Single single, JsonNode old, JsonNode update, Place place) {
        boolean text = single.type() == String.class;
        JsonNode value =
                update.isTextual() && !text ? TextNode.valueOf(update.asText().strip()) : update;
        if (value.isContainerNode() || (!text && value.asText().isEmpty())) {
            return refuse(single, old, update, place);
        }
        try {
            Object bound = Trees.bind(value, single.type());
            if (bound instanceof Number number && !Double.isFinite(number.doubleValue())) {
                return refuse(single, old, update, place);
            }
            return Trees.of(bound, single);
        } catch (JsonProcessingException e) {
            return refuse(single, old, update, place);
        }
    }

    private JsonNode takeGroup(Schema.Group group, JsonNode old, JsonNode update, Place place) {
        JsonNode result = old.isObject() ? old : JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> given : update.properties()) {
            Schema.Entry entry = group.entries().get(given.getKey());
            if (entry == null) {
                unknown(group, result, List.of(given.getKey()), place);
            } else {
                Place inner = place.inner(given.getKey());
                JsonNode before = result.path(given.getKey());
                result = with(result, given.getKey(), take(entry.schema(), before, given.getValue(), inner));
            }
        }
        return complete(group, old, result, place) ? result : old;
    }

    /** A group that replaces nothing (a new list element, a group that was null) must name every key. */
    private boolean complete(Schema.Group group, JsonNode old, JsonNode result, Place place) {
        if (old.isObject()) {
            return true;
        }
        List<String> absent = group.entries().keySet().stream()
                .filter(key -> !result.has(key) && !failedKeys.contains(Keys.join(place.path, key)))
                .toList();
        if (!absent.isEmpty()) {
            fail(place, "needs " + String.join(", ", absent) + " too, since there is no default to keep");
        }
        return group.entries().keySet().stream().allMatch(result::has);
    }

    private JsonNode takeItems(Schema.Items items, JsonNode old, JsonNode update, Place place) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        int before = failedKeys.size();
        for (int i = 0; i < update.size(); i++) {
            list.add(take(items.element(), MissingNode.getInstance(), update.get(i), place.inner(String.valueOf(i))));
        }
        return failedKeys.size() > before ? old : list;
    }

    private JsonNode refuse(Schema schema, JsonNode old, JsonNode update, Place place) {
        String near = schema instanceof Schema.Single single
                ? Nearest.question(update.asText(), Expected.constants(single.type()))
                : "";
        boolean shown = schema instanceof Schema.Items || old.isValueNode() && !old.isNull();
        String example = shown && near.isEmpty() ? ", for example " + Trees.text(old) : "";
        fail(place, "\"" + Trees.text(update) + "\" is not " + Expected.of(schema) + example + "." + near);
        return old;
    }

    private void unknown(Schema schema, JsonNode here, List<String> keys, Place place) {
        String wrong = Keys.join(place.path, String.join(".", keys));
        String legal = legal(schema, here, place.path);
        problems.add(place.origin + "there is no key " + wrong + "." + Nearest.question(wrong, Keys.all(root, tree))
                + " " + legal);
    }

    private static String legal(Schema schema, JsonNode here, String path) {
        if (schema instanceof Schema.Group group) {
            String of = path.isEmpty() ? "The keys are: " : "The keys of " + path + " are: ";
            return of + String.join(", ", group.entries().keySet()) + ".";
        }
        if (schema instanceof Schema.Items) {
            String indices = here.isEmpty() ? "and is empty" : "with the indices 0 to " + (here.size() - 1);
            return path + " is a list " + indices + "; to change its length set the whole list.";
        }
        return path + " is a single value.";
    }

    private void fail(Place place, String sentence) {
        failedKeys.add(place.path);
        String key = place.origin.startsWith("-D") ? "" : place.path + " ";
        problems.add(place.origin + key + sentence);
    }

    private static ObjectNode with(JsonNode object, String key, JsonNode value) {
        ObjectNode copy = object.isObject() ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        if (!value.isMissingNode()) {
            copy.set(key, value);
        }
        return copy;
    }

    /** Where in the tree, and who asked. */
    private record Place(String path, String origin) {
        Place inner(String key) {
            return new Place(Keys.join(path, key), origin);
        }
    }
}
