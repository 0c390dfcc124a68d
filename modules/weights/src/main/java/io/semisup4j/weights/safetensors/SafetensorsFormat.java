package io.semisup4j.weights.safetensors;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.WeightsException;
import java.util.EnumMap;
import java.util.Map;

/** Constants of the format and how it spells number formats. */
final class SafetensorsFormat {
    /** Longest header that the reference implementation accepts. */
    static final long LONGEST_HEADER = 100_000_000;

    static final String METADATA = "__metadata__";
    static final String DTYPE = "dtype";
    static final String SHAPE = "shape";
    static final String OFFSETS = "data_offsets";
    /** Values begin at a multiple of this, for which the header is padded with spaces. */
    static final int ALIGNMENT = 8;

    private static final Map<DType, String> NAMES = new EnumMap<>(Map.of(
            DType.FLOAT16, "F16",
            DType.BFLOAT16, "BF16",
            DType.FLOAT32, "F32",
            DType.FLOAT64, "F64",
            DType.INT8, "I8",
            DType.UINT8, "U8",
            DType.INT16, "I16",
            DType.INT32, "I32",
            DType.INT64, "I64",
            DType.BOOL, "BOOL"));

    private SafetensorsFormat() {}

    static String name(DType dtype) {
        return NAMES.get(dtype);
    }

    static DType dtype(String name, String where) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new WeightsException(where + " has the number format '" + name
                        + "', which is not supported. Supported: " + NAMES.values() + "."));
    }
}
