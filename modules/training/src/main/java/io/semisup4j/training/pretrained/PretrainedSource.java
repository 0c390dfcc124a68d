package io.semisup4j.training.pretrained;

import io.semisup4j.training.checkpoint.CheckpointFolder;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.files.FileKind;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens whatever holds trained weights:
 *
 * <ul>
 *   <li>a run folder of ours, a stage in it ({@code RUN/checkpoints/paws}) or a single checkpoint of a stage,
 *   <li>a {@code .safetensors} file, exported by us or by others under the same names,
 *   <li>an official {@code .pth} or {@code .pth.tar} checkpoint, or a bare state dictionary in such a file.
 * </ul>
 *
 * The content decides, not the file's name.
 */
public final class PretrainedSource {
    private PretrainedSource() {}

    /**
     * Opens it.
     *
     * @param stages which stage of a run folder is wanted, best first; without any, the run must have a single stage
     * @throws WeightsException if there is nothing of that kind, or it is damaged
     */
    public static Pretrained open(Path path, String... stages) {
        if (!Files.exists(path)) {
            throw new WeightsException("There are no weights at " + path + " (looked for " + path.toAbsolutePath()
                    + "). Give a run folder, a .safetensors file or an official .pth.tar checkpoint.");
        }
        if (CheckpointFolder.isCheckpoint(path)) {
            return SavedWeights.of(CheckpointFolder.single(path));
        }
        if (Files.isDirectory(path)) {
            return RunWeights.open(path, stages);
        }
        FileKind kind = FileKind.of(path);
        return switch (kind) {
            case SAFETENSORS -> ExportedWeights.read(path);
            case ZIP, EMPTY_ZIP, LEGACY_TORCH -> OfficialCheckpoint.open(path).pretrained();
            default ->
                throw new WeightsException(path + " is " + kind.words() + ", but weights were expected: a run folder,"
                        + " a .safetensors file or an official .pth.tar checkpoint.");
        };
    }
}
