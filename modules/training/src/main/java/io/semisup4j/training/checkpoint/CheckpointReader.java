package io.semisup4j.training.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Opens a checkpoint after proving that all of its files are as they were written. */
final class CheckpointReader {

    /** A checkpoint, or what is wrong with it; exactly one of the two is present. */
    record Outcome(Optional<StoredCheckpoint> checkpoint, String problem) {
        private static Outcome damaged(String problem) {
            return new Outcome(Optional.empty(), problem);
        }
    }

    private CheckpointReader() {}

    /** @throws CheckpointException if another version of the program has written it */
    static Outcome open(Path folder) {
        Optional<Checksums> sums = Checksums.read(folder);
        if (sums.isEmpty()) {
            return Outcome.damaged(Checksums.FILE + " is missing or damaged");
        }
        Optional<String> problem = sums.get().problem(folder);
        if (problem.isPresent()) {
            return Outcome.damaged(problem.get());
        }
        try {
            Manifest manifest = ManifestJson.read(folder.resolve(CheckpointWriter.MANIFEST));
            return isListed(manifest, sums.get().files().keySet())
                    ? new Outcome(Optional.of(new StoredCheckpoint(folder, manifest)), "")
                    : Outcome.damaged(Checksums.FILE + " does not list all files");
        } catch (ManifestJson.FormatException e) {
            throw new CheckpointException(
                    "The checkpoint " + folder + " cannot be used: " + e.getMessage()
                            + ". Resume it with the version that wrote it, or use another run folder.",
                    e);
        } catch (IOException e) {
            return Outcome.damaged(CheckpointWriter.MANIFEST + " cannot be read");
        }
    }

    /** The header without proof that the rest is intact. */
    static Optional<CheckpointHeader> header(Path folder) {
        try {
            return Optional.of(
                    ManifestJson.read(folder.resolve(CheckpointWriter.MANIFEST)).header());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isListed(Manifest manifest, Set<String> files) {
        return files.contains(CheckpointWriter.MANIFEST)
                && manifest.vectors().stream().allMatch(v -> files.contains(v.file()));
    }
}
