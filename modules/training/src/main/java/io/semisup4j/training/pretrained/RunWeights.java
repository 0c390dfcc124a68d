package io.semisup4j.training.pretrained;

import io.semisup4j.training.checkpoint.CheckpointFolder;
import io.semisup4j.training.checkpoint.Retention;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The weights in a run folder, or in the folder of one of its stages. */
final class RunWeights {
    private static final String CHECKPOINTS = "checkpoints";

    private RunWeights() {}

    static Pretrained open(Path folder, String... wanted) {
        Path checkpoints = folder.resolve(CHECKPOINTS);
        return ofStage(Files.isDirectory(checkpoints) ? stage(folder, checkpoints, wanted) : folder);
    }

    /** The exported file if the stage was trained to its end, else the newest intact checkpoint. */
    private static Pretrained ofStage(Path stage) {
        Path exported = stage.resolve(ExportedWeights.FILE);
        if (Files.exists(exported)) {
            return ExportedWeights.read(exported);
        }
        return folder(stage)
                .newestIntact()
                .map(SavedWeights::of)
                .orElseThrow(() -> new WeightsException(stage + " holds no weights: there is neither a checkpoint in"
                        + " it nor " + ExportedWeights.FILE + ". Give a run folder, a stage in its folder '"
                        + CHECKPOINTS + "', a .safetensors file or an official .pth.tar checkpoint."));
    }

    private static Path stage(Path run, Path checkpoints, String... wanted) {
        List<String> stages = stages(checkpoints);
        Optional<String> preferred =
                Arrays.stream(wanted).filter(stages::contains).findFirst();
        if (preferred.isEmpty() && stages.size() == 1 && wanted.length == 0) {
            preferred = Optional.of(stages.get(0));
        }
        return preferred
                .map(checkpoints::resolve)
                .orElseThrow(() -> new WeightsException("The run folder " + run + " has "
                        + (stages.isEmpty()
                                ? "no weights yet: no stage of it has saved its state."
                                : "weights of the stages " + String.join(", ", stages)
                                        + (wanted.length == 0 ? "" : ", but not of " + String.join(", ", wanted))
                                        + ". Say which one you mean, for example " + checkpoints.resolve(stages.get(0))
                                        + ".")));
    }

    private static List<String> stages(Path checkpoints) {
        try (Stream<Path> listing = Files.list(checkpoints)) {
            return listing.filter(Files::isDirectory)
                    .filter(stage -> Files.exists(stage.resolve(ExportedWeights.FILE))
                            || folder(stage).hasCheckpoints())
                    .map(stage -> stage.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WeightsException(checkpoints + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static CheckpointFolder folder(Path stage) {
        return new CheckpointFolder(stage, Retention.standard());
    }
}
