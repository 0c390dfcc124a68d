package io.semisup4j.training.checkpoint;

import io.semisup4j.training.state.Stateful;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of one run: a folder with one folder for each, {@code step-000001200}. A checkpoint appears under its
 * name only when all its files have reached the disk, so whatever kills the program leaves the older ones whole.
 */
public final class CheckpointFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);

    private final Path folder;
    private final CheckpointNames names;
    private final Retention retention;
    private final Disk disk;
    private final Set<Path> damaged = new HashSet<>();

    /** The folder need not exist yet; nothing is touched before the first {@link #save}. */
    public CheckpointFolder(Path folder, Retention retention) {
        this(folder, retention, Disk.real());
    }

    CheckpointFolder(Path folder, Retention retention, Disk disk) {
        this.folder = folder;
        this.names = new CheckpointNames(folder);
        this.retention = retention;
        this.disk = disk;
    }

    /** Where the checkpoints are. */
    public Path folder() {
        return folder;
    }

    /**
     * Writes a checkpoint, replacing one of the same step, then deletes those that need not be kept.
     *
     * @param parts the state, by part names that stay the same from run to run
     * @return the new checkpoint
     * @throws CheckpointException if it cannot be written; all earlier checkpoints are as they were
     */
    public Path save(CheckpointHeader header, Map<String, Stateful> parts) {
        Path target = names.whole(header.step());
        Path writing = CheckpointNames.writing(target);
        try {
            Files.createDirectories(folder);
            disk.delete(writing);
            CheckpointWriter.write(disk, writing, Manifest.of(header, parts), parts);
            replace(writing, target);
        } catch (IOException e) {
            discard(writing);
            throw new CheckpointException(
                    "The checkpoint of step " + header.step() + " could not be written to " + folder + " ("
                            + reason(e) + "). Earlier checkpoints are untouched: make room there or make it writable,"
                            + " then start the same command again.",
                    e);
        }
        damaged.remove(target);
        prune(header.step());
        return target;
    }

    /**
     * The checkpoint that a folder is, such as {@code step-000001200}.
     *
     * @throws CheckpointException if it is none, or a damaged one
     */
    public static StoredCheckpoint single(Path checkpoint) {
        CheckpointReader.Outcome outcome = CheckpointReader.open(checkpoint);
        return outcome.checkpoint()
                .orElseThrow(() -> new CheckpointException(
                        "The checkpoint " + checkpoint + " is damaged: " + outcome.problem() + "."));
    }

    /** Whether the folder is a single checkpoint, intact or not. */
    public static boolean isCheckpoint(Path folder) {
        return Files.exists(folder.resolve(CheckpointWriter.MANIFEST));
    }

    /** Whether there is a checkpoint in the folder, intact or not. */
    public boolean hasCheckpoints() {
        return !checkpoints().isEmpty();
    }

    /** The newest checkpoint that is whole; damaged ones are named in the log and passed over. */
    public Optional<StoredCheckpoint> newestIntact() {
        unfinished()
                .forEach(path -> LOG.warn(
                        "The checkpoint {} is unfinished and is passed over: the program ended while it wrote it.",
                        path));
        return checkpoints().stream().map(this::open).flatMap(Optional::stream).findFirst();
    }

    /** The whole checkpoint with the highest score, if any has a score; of equal ones the earliest. */
    public Optional<StoredCheckpoint> best() {
        return checkpoints().stream()
                .map(this::open)
                .flatMap(Optional::stream)
                .filter(c -> c.header().score() != null)
                .min(Comparator.comparing(StoredCheckpoint::header, Retention.BEST_FIRST));
    }

    private Optional<StoredCheckpoint> open(Path checkpoint) {
        CheckpointReader.Outcome outcome = CheckpointReader.open(checkpoint);
        if (outcome.checkpoint().isEmpty()) {
            damaged.add(checkpoint);
            LOG.warn("The checkpoint {} is damaged and is passed over: {}.", checkpoint, outcome.problem());
        }
        return outcome.checkpoint();
    }

    /** Moves the old checkpoint of the same step out of the way for the moment in which the new one takes its name. */
    private void replace(Path writing, Path target) throws IOException {
        Path old = CheckpointNames.old(target);
        if (Files.exists(target)) {
            disk.delete(old);
            disk.rename(target, old);
        }
        disk.rename(writing, target);
        discard(old);
    }

    /** Damaged checkpoints and those of later steps neither count nor go: a person may want to look at them. */
    private void prune(long newest) {
        Map<CheckpointHeader, Path> known = new HashMap<>();
        for (Path checkpoint : checkpoints()) {
            if (!damaged.contains(checkpoint) && CheckpointNames.step(checkpoint) <= newest) {
                CheckpointReader.header(checkpoint).ifPresent(header -> known.put(header, checkpoint));
            }
        }
        Set<Long> kept = retention.kept(new ArrayList<>(known.keySet()));
        try {
            for (Map.Entry<CheckpointHeader, Path> entry : known.entrySet()) {
                if (!kept.contains(entry.getKey().step())) {
                    Path deleted =
                            CheckpointNames.deleted(names.whole(entry.getKey().step()));
                    disk.delete(deleted);
                    disk.rename(entry.getValue(), deleted);
                }
            }
            names.leftovers().forEach(this::discard);
        } catch (IOException e) {
            LOG.warn("Checkpoints in {} that are no longer needed could not be deleted: {}.", folder, reason(e));
        }
    }

    private List<Path> checkpoints() {
        try {
            return names.checkpoints();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private List<Path> unfinished() {
        try {
            return names.unfinished();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private CheckpointException unreadable(IOException e) {
        return new CheckpointException("The checkpoint folder " + folder + " cannot be read (" + reason(e) + ").", e);
    }

    private void discard(Path path) {
        try {
            disk.delete(path);
        } catch (IOException e) {
            LOG.warn("The folder {} is no longer needed but could not be deleted: {}.", path, reason(e));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
