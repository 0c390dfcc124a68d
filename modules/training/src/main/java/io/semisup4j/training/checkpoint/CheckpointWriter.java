package io.semisup4j.training.checkpoint;

import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes the files of one checkpoint into a folder of their own, the checksums last. */
final class CheckpointWriter {
    static final String MANIFEST = "manifest.json";

    private final Disk disk;
    private final Path folder;
    private final Map<String, Checksums.Sum> sums = new LinkedHashMap<>();

    private CheckpointWriter(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** Writes everything to a new folder. */
    static void write(Disk disk, Path folder, Manifest manifest, Map<String, Stateful> parts) throws IOException {
        Files.createDirectories(folder);
        CheckpointWriter writer = new CheckpointWriter(disk, folder);
        for (Map.Entry<String, Stateful> part : parts.entrySet()) {
            for (StateVector vector : part.getValue().vectors()) {
                writer.vector(VectorEntry.of(part.getKey(), vector).file(), vector);
            }
        }
        writer.bytes(MANIFEST, ManifestJson.write(manifest));
        byte[] checksums = new Checksums(writer.sums).text();
        disk.write(folder.resolve(Checksums.FILE), out -> writeFully(out, ByteBuffer.wrap(checksums)));
    }

    private void vector(String file, StateVector vector) throws IOException {
        CRC32C crc = new CRC32C();
        disk.write(
                folder.resolve(file),
                out -> NativeBytes.<IOException>read(vector.array(), piece -> {
                    crc.update(piece.duplicate());
                    writeFully(out, piece);
                }));
        sums.put(file, new Checksums.Sum(crc.getValue(), NativeBytes.size(vector.array())));
    }

    private void bytes(String file, byte[] content) throws IOException {
        CRC32C crc = new CRC32C();
        crc.update(content);
        disk.write(folder.resolve(file), out -> writeFully(out, ByteBuffer.wrap(content)));
        sums.put(file, new Checksums.Sum(crc.getValue(), content.length));
    }

    private static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
