package io.semisup4j.training.pretrained;

import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.safetensors.SafetensorsFile;
import io.semisup4j.weights.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A network's values in a safetensors file under official names and axes, FLOAT32 with INT64 counters, and a JSON index
 * beside it.
 */
public final class ExportedWeights {
    /** Name of the file in the folder of a stage. */
    public static final String FILE = "encoder.safetensors";

    static final String STAGE = "stage";
    static final String EPOCH = "epoch";
    static final String STEP = "step";
    private static final String SUFFIX = ".safetensors";

    private ExportedWeights() {}

    /**
     * Writes file and index, each whole: a reader sees the old weights or the new ones, whenever the process is killed.
     *
     * @param file its name ends in {@code .safetensors}; its folder is made if need be
     * @param weights under official names, with official axes
     * @throws WeightsException if it cannot be written
     */
    public static void write(Path file, TensorSource weights, TrainingRecord training) {
        requireFileName(file);
        TensorSource tensors = weights.inFloat32();
        Path aside = aside(file);
        Path index = WeightsIndex.beside(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            SafetensorsWriter.write(aside, tensors, training.texts());
            WeightsIndex said = WeightsIndex.of(file, FileDigest.sha256(aside), training, tensors);
            Files.write(aside(index), said.json());
            // Between the two moves there are weights without an index, never an index of other weights.
            Files.deleteIfExists(index);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.move(aside(index), index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WeightsException(
                    file + " cannot be written: " + e.getClass().getSimpleName() + ": " + e.getMessage() + ".", e);
        }
    }

    private static void requireFileName(Path file) {
        if (Files.isDirectory(file) || !file.getFileName().toString().endsWith(SUFFIX)) {
            throw new WeightsException("Weights cannot be written to " + file + ": give a file whose name ends in '"
                    + SUFFIX + "', for example " + (Files.isDirectory(file) ? file.resolve(FILE) : file + SUFFIX)
                    + ".");
        }
    }

    private static Path aside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".writing");
    }

    /** Opens such a file, or a safetensors file of others; an index beside it must be that of the file. */
    static Pretrained read(Path file) {
        SafetensorsFile tensors = SafetensorsFile.open(file);
        WeightsIndex.requireIntact(file);
        Map<String, String> texts = tensors.metadata();
        OptionalLong epoch = number(texts.get(EPOCH));
        return new Pretrained(
                file,
                Pretrained.Kind.SAFETENSORS,
                texts.getOrDefault(STAGE, ""),
                StateDict.of(tensors),
                epoch.isPresent() ? OptionalInt.of((int) epoch.getAsLong()) : OptionalInt.empty(),
                number(texts.get(STEP)));
    }

    /** Others may write anything there. */
    private static OptionalLong number(String text) {
        return text != null && text.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
