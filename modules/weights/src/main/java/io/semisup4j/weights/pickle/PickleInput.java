package io.semisup4j.weights.pickle;

import io.semisup4j.weights.WeightsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of one or several pickles in a row, read forwards; a length is believed only if so many bytes are left. */
public final class PickleInput {
    private final InputStream in;
    private final long size;
    private final String source;
    private long position;

    /**
     * @param in positioned at the first byte
     * @param size bytes that the stream has
     * @param source the file, for error messages
     */
    public PickleInput(InputStream in, long size, String source) {
        this.in = in;
        this.size = size;
        this.source = source;
    }

    /** Bytes read so far. */
    public long position() {
        return position;
    }

    /** Bytes that are left. */
    public long remaining() {
        return size - position;
    }

    /** An exception that names the file and the position. */
    public WeightsException fail(String text) {
        return new WeightsException(source + " cannot be read: " + text + " (byte " + position
                + " of its pickle). The file is damaged or was not made by torch.save.");
    }

    int u8() {
        try {
            int value = remaining() > 0 ? in.read() : -1;
            if (value < 0) {
                throw fail("it ends where an instruction should follow");
            }
            position++;
            return value;
        } catch (IOException e) {
            throw new WeightsException(source + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    int u16() {
        return buffer(2).getShort() & 0xFFFF;
    }

    int i32() {
        return buffer(4).getInt();
    }

    long u32() {
        return i32() & 0xFFFFFFFFL;
    }

    /** Eight bytes, little-endian. */
    public long i64() {
        return buffer(8).getLong();
    }

    double bigEndianDouble() {
        return buffer(8).order(ByteOrder.BIG_ENDIAN).getDouble();
    }

    private ByteBuffer buffer(int length) {
        return ByteBuffer.wrap(bytes(length, "a number")).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes(long length, String what) {
        if (length < 0 || length > PickleLimits.TEXT) {
            throw fail(what + " of " + Long.toUnsignedString(length) + " bytes, where at most " + PickleLimits.TEXT
                    + " are accepted");
        }
        if (length > remaining()) {
            throw fail(what + " of " + length + " bytes, but only " + remaining() + " are left");
        }
        try {
            byte[] bytes = in.readNBytes((int) length);
            position += bytes.length;
            if (bytes.length < length) {
                throw fail("it ends in the middle of " + what);
            }
            return bytes;
        } catch (IOException e) {
            throw new WeightsException(source + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    String text(long length) {
        return new String(bytes(length, "a text"), StandardCharsets.UTF_8);
    }

    /** Text up to a newline, which is consumed. */
    String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = u8(); b != '\n'; b = u8()) {
            line.write(b);
            if (line.size() > 1000) {
                throw fail("a name of more than 1000 bytes");
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
