package io.semisup4j.data.cifar;

import io.semisup4j.data.dataset.DataException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a pickle file and how far they are read; whoever reads past the end is told that the file is truncated. */
final class PickleBytes {
    private static final int LONGEST_NAME = 200;

    private final String file;
    private final byte[] bytes;
    private int position;

    PickleBytes(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    int unsigned() {
        need(1);
        return bytes[position++] & 0xFF;
    }

    /** A little-endian number of 1 to 4 bytes; one of 4 bytes is signed. */
    int number(int width) {
        int value = 0;
        for (int i = 0; i < width; i++) {
            value |= unsigned() << (8 * i);
        }
        return value;
    }

    byte[] take(int length) {
        need(length);
        byte[] taken = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return taken;
    }

    /** Text up to the next line feed: a name, so it is short. */
    String line() {
        int start = position;
        while (unsigned() != '\n') {
            if (position - start > LONGEST_NAME) {
                throw refused("it holds a name of more than " + LONGEST_NAME + " bytes");
            }
        }
        return new String(bytes, start, position - 1 - start, StandardCharsets.ISO_8859_1);
    }

    private void need(int length) {
        if (length < 0 || length > bytes.length - position) {
            throw new DataException(
                    "the CIFAR file " + file + " ends after " + bytes.length + " bytes, but the value at "
                            + "byte " + position + " needs " + Integer.toUnsignedString(length)
                            + " more. It is truncated or damaged: copy or download it again.");
        }
    }

    /** What is wrong at the place just read. */
    DataException refused(String reason) {
        return new DataException("the CIFAR file " + file + " was not read: " + reason + " (before byte " + position
                + "). Files of the official Python layout hold dictionaries, lists, numbers, byte strings and one array"
                + " of unsigned bytes, nothing else; download cifar-10-python.tar.gz again, or use the binary layout.");
    }
}
