package io.semisup4j.weights.npz;

import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays as {@code numpy.savez} does: one stored (not compressed) {@code .npy} entry an array. */
public final class NpzWriter {
    private NpzWriter() {}

    /**
     * Replaces the file; arrays are read from the source one at a time.
     *
     * @throws WeightsException if the file cannot be written or an array is BFLOAT16, which numpy does not have
     */
    public static void write(Path path, TensorSource tensors) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (String name : tensors.names()) {
                TensorData tensor = tensors.read(name);
                put(zip, name, NpyHeader.write(tensor, name), tensor.bytes());
            }
        } catch (IOException e) {
            throw new WeightsException(path + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] head, ByteBuffer values) throws IOException {
        byte[] bytes = new byte[head.length + values.remaining()];
        System.arraycopy(head, 0, bytes, 0, head.length);
        values.get(bytes, head.length, values.remaining());
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
