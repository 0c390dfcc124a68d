package io.semisup4j.weights.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles instruction by instruction, so that tests can also write hostile ones. */
public final class PickleBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PickleBytes() {}

    public static PickleBytes protocol(int protocol) {
        return new PickleBytes().op(0x80).op(protocol);
    }

    public PickleBytes op(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    public PickleBytes op(String characters) {
        out.writeBytes(characters.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public PickleBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        op("X").u32(utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    public PickleBytes number(int value) {
        return op("J").u32(value);
    }

    public PickleBytes real(double value) {
        op("G");
        out.writeBytes(ByteBuffer.allocate(8).putDouble(value).array());
        return this;
    }

    public PickleBytes u32(long value) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array());
        return this;
    }

    public PickleBytes u64(long value) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
        return this;
    }

    public PickleBytes global(String module, String name) {
        return op("c" + module + "\n" + name + "\n");
    }

    /** A tuple of numbers. */
    public PickleBytes numbers(int... values) {
        op("(");
        for (int value : values) {
            number(value);
        }
        return op("t");
    }

    /** The persistent id of a storage, as torch writes it. */
    public PickleBytes storage(String type, String key, int count) {
        op("(").text("storage").global("torch", type).text(key).text("cpu").number(count);
        return op("tQ");
    }

    /** A tensor that begins at {@code offset} of its storage. */
    public PickleBytes tensor(String type, String key, int count, int offset, int[] shape, int[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").op("(").storage(type, key, count);
        number(offset).numbers(shape).numbers(strides).op(0x89);
        return orderedDict().op("tR");
    }

    /** An empty ordered dictionary. */
    public PickleBytes orderedDict() {
        return global("collections", "OrderedDict").op(")R");
    }

    /** Ends the pickle. */
    public byte[] stop() {
        op(".");
        return out.toByteArray();
    }
}
