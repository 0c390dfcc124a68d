package io.semisup4j.weights.torch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small archives in the layout of torch.save, all entries stored. */
final class TorchZip {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static TorchZip with(byte[] pickle) {
        return new TorchZip().entry("model/data.pkl", pickle).entry("model/version", new byte[] {'3', '\n'});
    }

    TorchZip entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    TorchZip storage(String key, byte... bytes) {
        return entry("model/data/" + key, bytes);
    }

    TorchZip floats(String key, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return storage(key, bytes.array());
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(entry.getValue());
                ZipEntry record = new ZipEntry(entry.getKey());
                record.setSize(entry.getValue().length);
                record.setCrc(crc.getValue());
                zip.putNextEntry(record);
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
