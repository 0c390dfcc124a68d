package io.semisup4j.weights.torch;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.files.FileBytes;
import io.semisup4j.weights.pickle.PickleInput;
import io.semisup4j.weights.pickle.PickleMachine;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The format before torch 1.6: five pickles in a row (magic number, version, machine, objects, storage keys), then each
 * storage as its number of values (int64) and the values, in the order of the keys.
 */
final class LegacyCheckpoint {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long VERSION = 1001;

    private final Path path;
    private final Map<String, TorchStorage> storages = new LinkedHashMap<>();
    private final Map<String, Long> offsets = new HashMap<>();

    private LegacyCheckpoint(Path path) {
        this.path = path;
    }

    static Object read(Path path) {
        long size = FileBytes.size(path);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return new LegacyCheckpoint(path).read(new PickleInput(in, size, path.toString()));
        } catch (IOException e) {
            throw new WeightsException(path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private Object read(PickleInput in) {
        TorchVocabulary vocabulary = new TorchVocabulary(path.toString(), this::storage);
        Object magic = PickleMachine.read(in, vocabulary);
        Object version = PickleMachine.read(in, vocabulary);
        Object machine = PickleMachine.read(in, vocabulary);
        if (!MAGIC.equals(magic) || !Long.valueOf(VERSION).equals(version)) {
            throw in.fail("format version " + version + ", where " + VERSION + " is known");
        }
        if (!(machine instanceof Map<?, ?> properties) || !Boolean.TRUE.equals(properties.get("little_endian"))) {
            throw in.fail("it was not written on a little-endian machine");
        }
        Object root = PickleMachine.read(in, vocabulary);
        locate(PickleMachine.read(in, vocabulary), in);
        return root;
    }

    private TorchStorage storage(String key, DType dtype, long count) {
        TorchStorage storage = storages.computeIfAbsent(
                key,
                name -> new TorchStorage(
                        name, dtype, count, (from, length) -> FileBytes.read(path, offsets.get(name) + from, length)));
        if (storage.dtype() != dtype || storage.count() != count) {
            throw new WeightsException(path + " is damaged: the storage '" + key + "' is described in two ways.");
        }
        return storage;
    }

    /** Walks over the storages once to find where each begins. */
    private void locate(Object keys, PickleInput in) {
        if (!(keys instanceof List<?> list)) {
            throw in.fail("no list of storage keys");
        }
        long position = in.position();
        for (Object key : list) {
            TorchStorage storage = key instanceof String name ? storages.get(name) : null;
            if (storage == null) {
                throw in.fail("a storage that no tensor uses");
            }
            long begin = position + Long.BYTES;
            long end = begin + storage.count() * storage.dtype().bytes();
            if (count(position) != storage.count() || end > FileBytes.size(path)) {
                throw new WeightsException(path + " is truncated or damaged: the storage '" + storage.key()
                        + "' should have " + storage.count() + " values of " + storage.dtype() + ". Copy or download it"
                        + " again.");
            }
            offsets.put(storage.key(), begin);
            position = end;
        }
        if (!offsets.keySet().containsAll(storages.keySet())) {
            throw in.fail("tensors use storages that the file does not have");
        }
    }

    private long count(long position) {
        byte[] bytes = FileBytes.read(path, position, Long.BYTES);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
