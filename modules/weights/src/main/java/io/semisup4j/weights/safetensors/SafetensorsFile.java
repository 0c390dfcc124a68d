package io.semisup4j.weights.safetensors;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.Shapes;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.files.FileBytes;
import io.semisup4j.weights.files.FileKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The tensors of a {@code .safetensors} file, each read when asked for; the file is open only meanwhile. */
public final class SafetensorsFile implements TensorSource {
    private final Path path;
    private final long dataStart;
    private final SafetensorsHeader header;

    private SafetensorsFile(Path path, long dataStart, SafetensorsHeader header) {
        this.path = path;
        this.dataStart = dataStart;
        this.header = header;
    }

    /**
     * Reads and checks the header.
     *
     * @throws WeightsException if the file is missing, foreign, truncated, or its header is not consistent
     */
    public static SafetensorsFile open(Path path) {
        FileKind kind = FileKind.of(path);
        long size = FileBytes.size(path);
        if (size < Long.BYTES) {
            throw new WeightsException(path + " is " + kind.words() + ", but a safetensors file was expected.");
        }
        long length = ByteBuffer.wrap(FileBytes.read(path, 0, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 2 || length > SafetensorsFormat.LONGEST_HEADER) {
            throw new WeightsException(
                    path + " is " + kind.words() + ", but a safetensors file was expected (its header"
                            + " would have " + Long.toUnsignedString(length) + " bytes, where at most "
                            + SafetensorsFormat.LONGEST_HEADER + " are accepted).");
        }
        byte[] json = FileBytes.read(path, Long.BYTES, (int) length);
        long dataStart = Long.BYTES + length;
        return new SafetensorsFile(path, dataStart, SafetensorsHeader.parse(json, size - dataStart, path.toString()));
    }

    /** Names in the header's order. */
    @Override
    public List<String> names() {
        return List.copyOf(header.tensors().keySet());
    }

    /** The free texts of the header's {@code __metadata__}; empty if there are none. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    @Override
    public DType dtype(String name) {
        return entry(name).dtype();
    }

    @Override
    public long[] shape(String name) {
        return entry(name).shape().clone();
    }

    @Override
    public TensorData read(String name) {
        SafetensorsHeader.Entry entry = entry(name);
        int length = WeightsException.at(path + ": '" + name + "'", () -> Shapes.bytes(entry.dtype(), entry.shape()));
        byte[] bytes = FileBytes.read(path, dataStart + entry.begin(), length);
        return TensorData.of(entry.dtype(), ByteBuffer.wrap(bytes), entry.shape());
    }

    private SafetensorsHeader.Entry entry(String name) {
        SafetensorsHeader.Entry entry = header.tensors().get(name);
        if (entry == null) {
            throw new WeightsException(path + " has no tensor '" + name + "' among its "
                    + header.tensors().size() + ".");
        }
        return entry;
    }
}
