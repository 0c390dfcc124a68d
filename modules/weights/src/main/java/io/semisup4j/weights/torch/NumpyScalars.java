package io.semisup4j.weights.torch;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.pickle.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Numbers that a program computed with numpy, such as a learning rate, as plain numbers. Numpy pickles one as its number
 * format and its bytes, and in old protocols the bytes as text.
 *
 * @param file for messages
 */
record NumpyScalars(String file) {
    private static final int WIDEST = 8;
    private static final Map<String, DType> FORMATS = Map.of(
            "f2", DType.FLOAT16,
            "f4", DType.FLOAT32,
            "f8", DType.FLOAT64,
            "i1", DType.INT8,
            "i2", DType.INT16,
            "i4", DType.INT32,
            "i8", DType.INT64,
            "u1", DType.UINT8,
            "b1", DType.BOOL);

    /** A number format; its byte order comes later, as numpy's state of it. */
    record Format(DType dtype) {
        /** Whether the state is that of a plain little-endian number: {@code (version, order, None, ...)}. */
        boolean describes(Object state) {
            return state instanceof List<?> list
                    && list.size() >= 2
                    && ("<".equals(list.get(1)) || "|".equals(list.get(1)));
        }
    }

    Map<String, Object> globals() {
        Vocabulary.Function scalar = this::scalar;
        return Map.of(
                "numpy.dtype",
                (Vocabulary.Function) this::format,
                "numpy.core.multiarray.scalar",
                scalar,
                "numpy._core.multiarray.scalar",
                scalar,
                "_codecs.encode",
                (Vocabulary.Function) this::bytes);
    }

    /** {@code dtype(code, align, copy)}. */
    private Object format(List<?> arguments) {
        DType dtype = arguments.isEmpty() || !(arguments.get(0) instanceof String code) ? null : FORMATS.get(code);
        if (dtype == null) {
            throw fail("a number format other than "
                    + FORMATS.keySet().stream().sorted().toList());
        }
        return new Format(dtype);
    }

    /** {@code scalar(dtype, bytes)}. */
    private Object scalar(List<?> arguments) {
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof Format format)
                || !(arguments.get(1) instanceof byte[] bytes)
                || bytes.length != format.dtype().bytes()) {
            throw fail("a number that is not described by its format and as many bytes");
        }
        TensorData value = TensorData.of(format.dtype(), ByteBuffer.wrap(bytes));
        if (format.dtype() == DType.BOOL) {
            return value.toLongs()[0] != 0;
        }
        // Not one conditional expression: it would turn the long into a double.
        if (format.dtype().isFloating()) {
            return value.toDoubles()[0];
        }
        return value.toLongs()[0];
    }

    /** {@code encode(text, "latin1")}: the bytes of a number. */
    private Object bytes(List<?> arguments) {
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof String text)
                || !"latin1".equals(arguments.get(1))
                || text.length() > WIDEST
                || text.chars().anyMatch(c -> c > 0xFF)) {
            throw fail("text is encoded that is not a number's bytes");
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private WeightsException fail(String what) {
        return new WeightsException(file + " is damaged or uses numpy for more than plain numbers: " + what + ".");
    }
}
