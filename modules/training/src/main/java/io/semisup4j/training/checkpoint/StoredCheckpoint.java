package io.semisup4j.training.checkpoint;

import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A checkpoint on the disk whose checksums agreed when it was opened. */
public final class StoredCheckpoint {
    private final Path folder;
    private final Manifest manifest;

    StoredCheckpoint(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** Step, epoch, score and configuration. */
    public CheckpointHeader header() {
        return manifest.header();
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /**
     * Gives every part its state back. Nothing is changed unless everything fits.
     *
     * @param fingerprint the running configuration
     * @param parts the same parts, by the same names, as when the checkpoint was written
     * @throws CheckpointException listing every difference of configuration, parts and arrays
     */
    public void restore(Map<String, String> fingerprint, Map<String, Stateful> parts) {
        List<String> differences = new ArrayList<>(differences(header().fingerprint(), fingerprint));
        differences.addAll(differences(parts));
        if (!differences.isEmpty()) {
            throw new CheckpointException("The checkpoint " + folder + " was written by a different run: "
                    + String.join("; ", differences)
                    + ". Use the settings it was written with, or another run folder.");
        }
        parts.forEach((name, part) -> part.vectors().forEach(v -> fill(VectorEntry.of(name, v), v)));
        parts.forEach((name, part) -> part.restore(manifest.values().get(name)));
    }

    /**
     * Reads a single vector, for example the parameters for an evaluation.
     *
     * @param part name of the part that wrote it
     * @param vector where it goes; layout and data type must be those of the checkpoint
     */
    public void read(String part, StateVector vector) {
        VectorEntry wanted = VectorEntry.of(part, vector);
        List<String> differences = differences(List.of(wanted), saved -> saved.equals(wanted.name()));
        if (!differences.isEmpty()) {
            throw new CheckpointException("The vector '" + wanted.name() + "' of the checkpoint " + folder
                    + " does not fit: " + String.join("; ", differences) + ".");
        }
        fill(wanted, vector);
    }

    /** A new vector with everything that a saved one holds, in the layout and data type that it was saved with. */
    public StateVector vector(String part, String vector) {
        String name = part + "." + vector;
        VectorEntry entry = manifest.vectors().stream()
                .filter(saved -> saved.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CheckpointException("The checkpoint " + folder + " has no vector '" + name
                        + "'; it has "
                        + manifest.vectors().stream().map(VectorEntry::name).toList() + "."));
        StateVector found = entry.emptyVector(vector);
        fill(entry, found);
        return found;
    }

    /** The small values of one part. */
    public StateValues values(String part) {
        StateValues values = manifest.values().get(part);
        if (values == null) {
            throw new CheckpointException("The checkpoint " + folder + " has no part '" + part + "'; it has "
                    + manifest.values().keySet() + ".");
        }
        return values;
    }

    private List<String> differences(Map<String, Stateful> parts) {
        List<String> found = new ArrayList<>();
        for (String name : parts.keySet()) {
            if (!manifest.values().containsKey(name)) {
                found.add("it has no part '" + name + "'");
            }
        }
        for (String name : manifest.values().keySet()) {
            if (!parts.containsKey(name)) {
                found.add("its part '" + name + "' is unknown to this run");
            }
        }
        found.addAll(differences(Manifest.entries(parts), saved -> true));
        return found;
    }

    private List<String> differences(List<VectorEntry> wanted, Predicate<String> relevant) {
        Map<String, VectorEntry> saved = new LinkedHashMap<>();
        manifest.vectors().stream().filter(v -> relevant.test(v.name())).forEach(v -> saved.put(v.name(), v));
        List<String> found = new ArrayList<>();
        for (VectorEntry entry : wanted) {
            VectorEntry before = saved.remove(entry.name());
            if (before == null) {
                found.add("it has no vector '" + entry.name() + "'");
            } else {
                found.addAll(before.differences(entry));
            }
        }
        saved.keySet().forEach(name -> found.add("its vector '" + name + "' is unknown to this run"));
        return found;
    }

    private static List<String> differences(Map<String, String> saved, Map<String, String> running) {
        TreeSet<String> keys = new TreeSet<>(saved.keySet());
        keys.addAll(running.keySet());
        return keys.stream()
                .filter(key -> !String.valueOf(saved.get(key)).equals(String.valueOf(running.get(key))))
                .map(key -> key + " was " + shown(saved.get(key)) + " and is now " + shown(running.get(key)))
                .toList();
    }

    private static String shown(String value) {
        return value == null ? "not set" : "'" + value + "'";
    }

    private void fill(VectorEntry entry, StateVector vector) {
        Path file = folder.resolve(entry.file());
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            NativeBytes.<IOException>write(vector.array(), piece -> {
                while (piece.hasRemaining()) {
                    if (in.read(piece) < 0) {
                        throw new EOFException("the file ended early");
                    }
                }
            });
        } catch (IOException e) {
            throw new CheckpointException(
                    "The checkpoint file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
