package io.semisup4j.testing.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One act of spoiling a file.
 *
 * @param kind what is done
 * @param where the place, taken modulo the file's length; at least 0
 * @param what the new value, length or seed, whichever the kind needs
 */
public record Damage(Kind kind, int where, long what) {
    private static final int LONGEST = 512;

    /** What is done to the bytes. */
    public enum Kind {
        FLIP_BIT,
        SET_BYTE,
        SET_SHORT,
        SET_INT,
        SET_LONG,
        CUT_OFF,
        DROP,
        INSERT_NOISE,
        INSERT_FROM_ELSEWHERE,
        REPEAT,
        ZERO
    }

    /** The file after all these damages, one after the other; the given bytes stay as they are. */
    public static byte[] all(List<Damage> damages, byte[] file) {
        byte[] spoilt = file;
        for (Damage damage : damages) {
            spoilt = damage.on(spoilt);
        }
        return spoilt;
    }

    private byte[] on(byte[] file) {
        if (file.length == 0) {
            return file;
        }
        int at = where % file.length;
        int length = 1 + (int) Long.remainderUnsigned(what, LONGEST);
        int end = Math.min(file.length, at + length);
        return switch (kind) {
            case FLIP_BIT -> over(file, at, new byte[] {(byte) (file[at] ^ 1 << (what & 7))});
            case SET_BYTE -> over(file, at, new byte[] {(byte) what});
            case SET_SHORT -> over(file, at, Arrays.copyOf(littleEndian(), Short.BYTES));
            case SET_INT -> over(file, at, Arrays.copyOf(littleEndian(), Integer.BYTES));
            case SET_LONG -> over(file, at, littleEndian());
            case CUT_OFF -> Arrays.copyOf(file, at);
            case DROP -> joined(file, at, new byte[0], end);
            case INSERT_NOISE -> joined(file, at, noise(length % 64), at);
            case INSERT_FROM_ELSEWHERE -> joined(file, at, elsewhere(file, length), at);
            case REPEAT -> joined(file, end, Arrays.copyOfRange(file, at, end), end);
            case ZERO -> over(file, at, new byte[end - at]);
        };
    }

    private byte[] littleEndian() {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(what)
                .array();
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(what).nextBytes(noise);
        return noise;
    }

    private byte[] elsewhere(byte[] file, int length) {
        int from = new Random(what).nextInt(file.length);
        return Arrays.copyOfRange(file, from, Math.min(file.length, from + length));
    }

    private static byte[] over(byte[] file, int at, byte[] part) {
        byte[] result = file.clone();
        System.arraycopy(part, 0, result, at, Math.min(part.length, file.length - at));
        return result;
    }

    private static byte[] joined(byte[] file, int head, byte[] middle, int tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, head);
        out.writeBytes(middle);
        out.write(file, tail, file.length - tail);
        return out.toByteArray();
    }
}
