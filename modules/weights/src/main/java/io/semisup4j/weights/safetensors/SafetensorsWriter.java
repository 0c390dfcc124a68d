package io.semisup4j.weights.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.semisup4j.weights.DType;
import io.semisup4j.weights.Shapes;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes tensors in the safetensors format. The header keeps the source's order; the values of wide number formats come
 * first, so that every tensor is aligned for its format.
 */
public final class SafetensorsWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private SafetensorsWriter() {}

    /**
     * Replaces the file and forces it to disk; tensors are read from the source one at a time.
     *
     * @param metadata free texts for the header; may be empty
     * @throws WeightsException if the file cannot be written
     */
    public static void write(Path path, TensorSource tensors, Map<String, String> metadata) {
        List<String> layout = tensors.names().stream()
                .sorted(Comparator.comparingInt(name -> -tensors.dtype(name).bytes()))
                .toList();
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeFully(channel, header(tensors, layout, metadata));
            for (String name : layout) {
                writeFully(channel, tensors.read(name).bytes());
            }
            channel.force(true);
        } catch (IOException e) {
            throw new WeightsException(path + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static ByteBuffer header(TensorSource tensors, List<String> layout, Map<String, String> metadata)
            throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(SafetensorsFormat.METADATA);
            metadata.forEach(texts::put);
        }
        Map<String, Long> begins = begins(tensors, layout);
        for (String name : tensors.names()) {
            if (name.equals(SafetensorsFormat.METADATA) || root.has(name)) {
                throw new WeightsException(
                        "A tensor cannot have the name '" + name + "': it is reserved or used twice.");
            }
            put(root.putObject(name), tensors.dtype(name), tensors.shape(name), begins.get(name));
        }
        byte[] json = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + SafetensorsFormat.ALIGNMENT - 1)
                / SafetensorsFormat.ALIGNMENT
                * SafetensorsFormat.ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(json);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    private static Map<String, Long> begins(TensorSource tensors, List<String> layout) {
        Map<String, Long> begins = new HashMap<>();
        long position = 0;
        for (String name : layout) {
            begins.put(name, position);
            position += Shapes.bytes(tensors.dtype(name), tensors.shape(name));
        }
        return begins;
    }

    private static void put(ObjectNode node, DType dtype, long[] shape, long begin) {
        node.put(SafetensorsFormat.DTYPE, SafetensorsFormat.name(dtype));
        var extents = node.putArray(SafetensorsFormat.SHAPE);
        for (long extent : shape) {
            extents.add(extent);
        }
        node.putArray(SafetensorsFormat.OFFSETS).add(begin).add(begin + Shapes.bytes(dtype, shape));
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
