package io.semisup4j.data.check;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds contents that come more than once. */
final class Duplicates {
    /** 128 bits of a SHA-256 digest: enough for any number of files, in little memory. */
    record Key(long high, long low) {
        static Key of(byte[] content) {
            try {
                ByteBuffer digest =
                        ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
                return new Key(digest.getLong(), digest.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    private final Map<Key, String> first = new LinkedHashMap<>();
    private final Map<Key, List<String>> again = new LinkedHashMap<>();

    void add(String name, byte[] content) {
        add(name, Key.of(content));
    }

    void add(String name, Key key) {
        if (first.putIfAbsent(key, name) != null) {
            again.computeIfAbsent(key, k -> new ArrayList<>()).add(name);
        }
    }

    /** One sentence for each content that came more than once. */
    List<String> problems() {
        return again.entrySet().stream()
                .map(entry -> first.get(entry.getKey()) + " is the same, byte for byte, as "
                        + String.join(", ", entry.getValue()) + "; keep one of them.")
                .toList();
    }
}
