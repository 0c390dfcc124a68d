package io.semisup4j.reporting.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A protocol buffer message in the making, field by field. */
final class Message {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message integer(int field, long value) {
        return tag(field, VARINT).varint(value);
    }

    Message number(int field, double value) {
        return tag(field, FIXED_64).raw(little(Double.BYTES).putDouble(value).array());
    }

    Message number(int field, float value) {
        return tag(field, FIXED_32).raw(little(Float.BYTES).putFloat(value).array());
    }

    Message text(int field, String value) {
        return block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
        return block(field, value.toBytes());
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private Message block(int field, byte[] value) {
        return tag(field, LENGTH_DELIMITED).varint(value.length).raw(value);
    }

    private Message tag(int field, int type) {
        return varint((long) field << 3 | type);
    }

    /** Seven bits a byte, the lowest first; the top bit says that more follow. */
    private Message varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    private Message raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
