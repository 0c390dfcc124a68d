package io.semisup4j.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.nio.file.Path;
import java.util.List;

/** Configuration records as Jackson trees and back, keys in the order of the record components. */
final class Trees {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .withCoercionConfig(
                    LogicalType.Boolean, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .addModule(new SimpleModule().addDeserializer(Path.class, new PlainPath()))
            .build();

    private Trees() {}

    static JsonNode of(Object value, Schema schema) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (schema instanceof Schema.Group group) {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            group.entries().forEach((key, entry) -> tree.set(key, of(component(value, entry), entry.schema())));
            return tree;
        }
        if (schema instanceof Schema.Items items) {
            ArrayNode tree = JsonNodeFactory.instance.arrayNode();
            ((List<?>) value).forEach(element -> tree.add(of(element, items.element())));
            return tree;
        }
        return value instanceof Path path ? TextNode.valueOf(path.toString()) : MAPPER.valueToTree(value);
    }

    static <T> T bind(JsonNode tree, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(tree, type);
    }

    /** A value as a person writes it: {@code 0.1}, {@code COSINE}, {@code [60, 120]}. */
    static String text(JsonNode tree) {
        if (tree instanceof ArrayNode array) {
            StringBuilder text = new StringBuilder("[");
            for (JsonNode element : array) {
                text.append(text.length() > 1 ? ", " : "").append(text(element));
            }
            return text.append("]").toString();
        }
        return tree.isContainerNode() ? tree.toString() : tree.asText();
    }

    static Object component(Object record, Schema.Entry entry) {
        try {
            return entry.component().getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + entry.component(), e);
        }
    }
}
