package io.semisup4j.weights.npz;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.WeightsException;
import java.util.Map;

/** How numpy spells number formats: byte order, kind, bytes. */
final class NpyFormat {
    private static final Map<String, DType> DTYPES = Map.of(
            "<f2", DType.FLOAT16,
            "<f4", DType.FLOAT32,
            "<f8", DType.FLOAT64,
            "|i1", DType.INT8,
            "|u1", DType.UINT8,
            "<i2", DType.INT16,
            "<i4", DType.INT32,
            "<i8", DType.INT64,
            "|b1", DType.BOOL);

    private NpyFormat() {}

    static DType dtype(String descr, String where) {
        DType dtype = DTYPES.get(descr);
        if (dtype == null) {
            throw new WeightsException(
                    where + " has the numpy type '" + descr + "', which is not supported. Supported: "
                            + DTYPES.keySet().stream().sorted().toList() + "; convert it with numpy's astype.");
        }
        return dtype;
    }

    static String descr(DType dtype, String where) {
        return DTYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == dtype)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new WeightsException(where + " is " + dtype + ", for which numpy has no type."));
    }
}
