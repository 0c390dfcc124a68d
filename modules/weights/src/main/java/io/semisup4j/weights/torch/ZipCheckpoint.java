package io.semisup4j.weights.torch;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.files.Archive;
import io.semisup4j.weights.pickle.PickleInput;
import io.semisup4j.weights.pickle.PickleMachine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The zip format (torch 1.6 and newer): {@code NAME/data.pkl} describes the objects, {@code NAME/data/KEY} are the
 * storages, {@code NAME/byteorder} (newer versions) says little or big. NAME is that of the file when it was written.
 */
final class ZipCheckpoint {
    private static final String PICKLE = "/data.pkl";
    private static final long LONGEST_PICKLE = 256L << 20;

    private final Archive archive;
    private final String folder;

    private ZipCheckpoint(Archive archive) {
        this.archive = archive;
        this.folder = folder(archive);
    }

    static Object read(Archive archive) {
        return new ZipCheckpoint(archive).root();
    }

    private static String folder(Archive archive) {
        List<String> pickles =
                archive.names().stream().filter(name -> name.endsWith(PICKLE)).toList();
        if (pickles.size() != 1) {
            throw new WeightsException(archive.path() + " is a zip archive with "
                    + (pickles.isEmpty() ? "no" : "more than one") + " entry ending in " + PICKLE
                    + ", so it is not a torch checkpoint. Give the file that torch.save wrote.");
        }
        String pickle = pickles.get(0);
        return pickle.substring(0, pickle.length() - PICKLE.length() + 1);
    }

    private Object root() {
        String order = folder + "byteorder";
        if (archive.contains(order) && archive.size(order) < 100) {
            String value = new String(archive.read(order), StandardCharsets.US_ASCII).strip();
            if (!value.equals("little")) {
                throw new WeightsException(archive.path() + " was written with the byte order '" + value
                        + "'; only little is read. Load and save it on a little-endian machine.");
            }
        }
        String entry = folder + PICKLE.substring(1);
        if (archive.size(entry) > LONGEST_PICKLE) {
            throw new WeightsException(archive.path() + " describes its objects in " + archive.size(entry)
                    + " bytes, where at most " + LONGEST_PICKLE + " are accepted.");
        }
        byte[] pickle = archive.read(entry);
        String file = archive.path().toString();
        return PickleMachine.read(
                new PickleInput(new ByteArrayInputStream(pickle), pickle.length, file),
                new TorchVocabulary(file, this::storage));
    }

    private TorchStorage storage(String key, DType dtype, long count) {
        String entry = folder + "data/" + key;
        if (!archive.contains(entry)) {
            throw new WeightsException(archive.path() + " is incomplete: the storage '" + key + "' is missing.");
        }
        if (archive.size(entry) < count * dtype.bytes()) {
            throw new WeightsException(archive.path() + " is damaged: the storage '" + key + "' should have " + count
                    + " values of " + dtype + ", but its entry has only " + archive.size(entry) + " bytes.");
        }
        return new TorchStorage(key, dtype, count, (from, length) -> archive.read(entry, from, length));
    }
}
