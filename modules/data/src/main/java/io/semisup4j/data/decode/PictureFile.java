package io.semisup4j.data.decode;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of a picture file, read by position; a read beyond the end means that the file is cut off.
 *
 * @param name for messages, usually the path
 * @param bytes holds the file in its first {@code length} bytes
 */
record PictureFile(String name, byte[] bytes, int length) {

    boolean startsWith(int... expected) {
        if (length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    boolean hasText(int at, String text) {
        return at + text.length() <= length
                && new String(bytes, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    int u8(int at) {
        if (at < 0 || at >= length) {
            throw truncated();
        }
        return bytes[at] & 0xFF;
    }

    /** Big-endian. */
    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    /** Big-endian, 0 .. 2^32-1. */
    long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    int littleU16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int littleS32(int at) {
        return littleU16(at) | littleU16(at + 2) << 16;
    }

    UnreadablePictureException truncated() {
        return unreadable("it ends before its picture does, after " + length + " bytes (a truncated file)");
    }

    UnreadablePictureException unreadable(String reason) {
        return new UnreadablePictureException(name, reason);
    }
}
