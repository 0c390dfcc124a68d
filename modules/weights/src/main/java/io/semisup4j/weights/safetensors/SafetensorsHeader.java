package io.semisup4j.weights.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.semisup4j.weights.DType;
import io.semisup4j.weights.Shapes;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the JSON header says, checked: known formats, each tensor's range as long as its shape needs, and all ranges
 * together covering the data without overlap or hole.
 *
 * @param tensors in the header's order
 * @param metadata free texts
 */
record SafetensorsHeader(Map<String, Entry> tensors, Map<String, String> metadata) {
    /** One tensor; its bytes lie in [begin, end) of the data behind the header. */
    record Entry(DType dtype, long[] shape, long begin, long end) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * @param dataBytes bytes of the file behind the header
     * @param file for error messages
     */
    static SafetensorsHeader parse(byte[] json, long dataBytes, String file) {
        JsonNode root = tree(json, file);
        if (!root.isObject()) {
            throw new WeightsException(file + " has a header that is not a JSON object.");
        }
        Map<String, Entry> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        root.properties().forEach(property -> {
            if (property.getKey().equals(SafetensorsFormat.METADATA)) {
                property.getValue()
                        .properties()
                        .forEach(text ->
                                metadata.put(text.getKey(), text.getValue().asText()));
            } else {
                tensors.put(property.getKey(), entry(property.getValue(), file + ": '" + property.getKey() + "'"));
            }
        });
        checkCover(tensors, dataBytes, file);
        return new SafetensorsHeader(Collections.unmodifiableMap(tensors), Collections.unmodifiableMap(metadata));
    }

    private static JsonNode tree(byte[] json, String file) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new WeightsException(
                    file + " has a header that is not valid JSON: " + e.getOriginalMessage() + ".", e);
        } catch (IOException e) {
            throw new WeightsException(file + " has a header that cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Entry entry(JsonNode node, String where) {
        DType dtype = SafetensorsFormat.dtype(node.path(SafetensorsFormat.DTYPE).asText(), where);
        long[] shape = longs(node.path(SafetensorsFormat.SHAPE), where + " has a shape");
        long[] offsets = longs(node.path(SafetensorsFormat.OFFSETS), where + " has data offsets");
        if (offsets.length != 2 || offsets[1] < offsets[0]) {
            throw new WeightsException(where + " has data offsets that are not a begin and an end: "
                    + node.path(SafetensorsFormat.OFFSETS) + ".");
        }
        long count = WeightsException.at(where, () -> Shapes.count(shape));
        long bytes = offsets[1] - offsets[0];
        if (bytes % dtype.bytes() != 0 || bytes / dtype.bytes() != count) {
            throw new WeightsException(where + " has " + count + " values of " + dtype + " by its shape, but its data"
                    + " offsets give it " + bytes + " bytes.");
        }
        return new Entry(dtype, shape, offsets[0], offsets[1]);
    }

    private static long[] longs(JsonNode node, String what) {
        long[] values = new long[node.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = node.get(i);
            if (value == null || !value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
                throw new WeightsException(what + " that is not a list of whole numbers from 0 on: " + node + ".");
            }
            values[i] = value.longValue();
        }
        if (!node.isArray()) {
            throw new WeightsException(what + " that is missing or not a list.");
        }
        return values;
    }

    private static void checkCover(Map<String, Entry> tensors, long dataBytes, String file) {
        List<Map.Entry<String, Entry>> byPosition = new ArrayList<>(tensors.entrySet());
        byPosition.sort(Comparator.comparingLong(
                        (Map.Entry<String, Entry> tensor) -> tensor.getValue().begin())
                .thenComparingLong(tensor -> tensor.getValue().end()));
        long end = 0;
        for (Map.Entry<String, Entry> tensor : byPosition) {
            Entry entry = tensor.getValue();
            if (entry.end() > dataBytes) {
                throw new WeightsException(file + " is truncated or damaged: '" + tensor.getKey() + "' ends at byte "
                        + entry.end() + " of the data, but there are only " + dataBytes + ".");
            }
            if (entry.begin() != end) {
                throw new WeightsException(
                        file + " is damaged: '" + tensor.getKey() + "' begins at byte " + entry.begin()
                                + " of the data, " + (entry.begin() < end ? "inside another tensor" : "behind a hole")
                                + " (expected " + end + ").");
            }
            end = entry.end();
        }
        if (end != dataBytes) {
            throw new WeightsException(file + " has " + (dataBytes - end) + " bytes behind its last tensor.");
        }
    }
}
