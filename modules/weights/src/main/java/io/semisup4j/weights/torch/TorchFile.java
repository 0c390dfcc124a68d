package io.semisup4j.weights.torch;

import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.files.Archive;
import io.semisup4j.weights.files.FileKind;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A checkpoint written by {@code torch.save}, read without Python and without running anything it names.
 *
 * <pre>{@code
 * TorchFile file = TorchFile.open(path);
 * long epoch = (Long) file.at("epoch");
 * StateDict encoder = StateDict.of(file.tensors("encoder")).stripPrefix("module.");
 * TorchTensor buffer = (TorchTensor) file.at("opt", "state", 0L, "momentum_buffer");
 * }</pre>
 *
 * Tensors are read lazily while the file is open. Closing is optional.
 */
public final class TorchFile implements AutoCloseable {
    private final Path path;
    private final Object root;
    private final Runnable release;

    private TorchFile(Path path, Object root, Runnable release) {
        this.path = path;
        this.root = root;
        this.release = release;
    }

    /**
     * Opens a checkpoint of either format and reads everything but the tensors' values.
     *
     * @throws WeightsException if the file is missing, foreign, damaged, or names a Python object that is not allowed
     */
    public static TorchFile open(Path path) {
        FileKind kind = FileKind.of(path);
        return switch (kind) {
            case ZIP, EMPTY_ZIP -> openZip(path);
            case LEGACY_TORCH -> new TorchFile(path, LegacyCheckpoint.read(path), () -> {});
            default ->
                throw new WeightsException(path + " is " + kind.words()
                        + ", but a torch checkpoint was expected. Give the file that torch.save wrote.");
        };
    }

    private static TorchFile openZip(Path path) {
        Archive archive = Archive.open(path, "a torch checkpoint");
        try {
            return new TorchFile(path, ZipCheckpoint.read(archive), archive::close);
        } catch (WeightsException e) {
            archive.close();
            throw e;
        }
    }

    /**
     * The object that was saved, made of unmodifiable {@code Map}, {@code List}, {@code String}, {@code Long}, {@code
     * Double}, {@code Boolean}, {@code null} and {@link TorchTensor}.
     */
    public Object root() {
        return root;
    }

    /**
     * The object at a path of dictionary keys (texts, longs) and list positions (longs); ints are taken as longs.
     *
     * @throws WeightsException naming the step that does not exist and what does
     */
    public Object at(Object... steps) {
        Object here = root;
        for (int i = 0; i < steps.length; i++) {
            Object step = steps[i] instanceof Integer number ? Long.valueOf(number) : steps[i];
            if (here instanceof Map<?, ?> map && map.containsKey(step)) {
                here = map.get(step);
            } else if (here instanceof List<?> list
                    && step instanceof Long number
                    && number >= 0
                    && number < list.size()) {
                here = list.get(number.intValue());
            } else {
                throw new WeightsException(
                        where(List.of(steps).subList(0, i)) + " has no '" + step + "'; " + contents(here));
            }
        }
        return here;
    }

    /** Whether {@link #at} would find something. */
    public boolean has(String key) {
        return root instanceof Map<?, ?> map && map.containsKey(key);
    }

    /**
     * The dictionary of tensors at a path; an empty path is the saved object itself.
     *
     * @throws WeightsException if there is something else, or one of the dictionary's values is not a tensor
     */
    public TensorSource tensors(Object... steps) {
        String where = where(List.of(steps));
        if (!(at(steps) instanceof Map<?, ?> map)) {
            throw new WeightsException(where + " is not a dictionary of tensors; " + contents(at(steps)));
        }
        Map<String, TorchTensor> tensors = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text) || !(value instanceof TorchTensor tensor)) {
                throw new WeightsException(
                        where + " is not a dictionary of tensors: its '" + name + "' is not one; " + contents(map));
            }
            tensors.put(text, tensor);
        });
        return source(where, tensors);
    }

    /**
     * Tensors of a file under names of the caller's choice, in the map's order.
     *
     * @param where they are, for messages
     */
    public static TensorSource source(String where, Map<String, TorchTensor> tensors) {
        return new TorchTensors(where, Collections.unmodifiableMap(new LinkedHashMap<>(tensors)));
    }

    private String where(List<?> steps) {
        return path + (steps.isEmpty() ? "" : ": " + steps);
    }

    private static String contents(Object node) {
        if (node instanceof Map<?, ?> map) {
            List<String> keys =
                    map.keySet().stream().limit(20).map(String::valueOf).toList();
            return "it has " + keys + (map.size() > keys.size() ? " and more." : ".");
        }
        return node instanceof List<?> list ? "it is a list of " + list.size() + "." : "it is " + node + ".";
    }

    /** Releases the file; tensors that were not read before cannot be read any more. */
    @Override
    public void close() {
        release.run();
    }
}
