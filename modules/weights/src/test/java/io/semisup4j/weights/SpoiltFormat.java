package io.semisup4j.weights;

import io.semisup4j.testing.hostile.Damage;
import io.semisup4j.testing.hostile.HostileFile;
import io.semisup4j.weights.npz.NpzFile;
import io.semisup4j.weights.safetensors.SafetensorsFile;
import io.semisup4j.weights.torch.SampleFiles;
import io.semisup4j.weights.torch.TorchFile;
import io.semisup4j.weights.torch.TorchTensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An intact file of each format and how it is read. Some are spoilt from the outside, others inside a frame whose
 * lengths and checksums are right again, so that damage reaches the innermost reader.
 */
enum SpoiltFormat {
    TORCH_ZIP(SampleFiles::torch, SpoiltFormat::readTorch),
    TORCH_PICKLE_IN_ITS_ZIP(SampleFiles::torch, SpoiltFormat::readTorch) {
        @Override
        byte[] spoilt(List<Damage> damages) throws IOException {
            SampleFiles.torch(scratch(), Damage.all(damages, SampleFiles.torchPickle()));
            return Files.readAllBytes(scratch());
        }
    },
    TORCH_LEGACY(SampleFiles::torchLegacy, SpoiltFormat::readTorch),
    SAFETENSORS(SampleFiles::safetensors, path -> readAll(SafetensorsFile.open(path))),
    SAFETENSORS_HEADER_IN_ITS_LENGTH(SampleFiles::safetensors, path -> readAll(SafetensorsFile.open(path))) {
        @Override
        byte[] spoilt(List<Damage> damages) {
            int length = (int)
                    ByteBuffer.wrap(intact()).order(ByteOrder.LITTLE_ENDIAN).getLong();
            byte[] header = Damage.all(damages, Arrays.copyOfRange(intact(), 8, 8 + length));
            byte[] values = Arrays.copyOfRange(intact(), 8 + length, intact().length);
            return ByteBuffer.allocate(8 + header.length + values.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .put(header)
                    .put(values)
                    .array();
        }
    },
    NPZ(SampleFiles::npz, path -> readAll(NpzFile.open(path))),
    NPY_IN_ITS_NPZ(SampleFiles::npz, path -> readAll(NpzFile.open(path))) {
        @Override
        byte[] spoilt(List<Damage> damages) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(intact()));
                    ZipOutputStream to = new ZipOutputStream(out)) {
                for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                    to.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                    to.write(Damage.all(damages, from.readAllBytes()));
                }
            }
            return out.toByteArray();
        }
    };

    /** Writes a small intact file. */
    private interface Sample {
        void write(Path file) throws IOException;
    }

    private final byte[] intact;
    private final Path scratch;
    private final HostileFile file;

    SpoiltFormat(Sample sample, HostileFile.Reader reader) {
        try {
            scratch = Files.createTempFile("sample", name());
            scratch.toFile().deleteOnExit();
            sample.write(scratch);
            intact = Files.readAllBytes(scratch);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        file = HostileFile.readBy(".weights", WeightsException.class, reader);
    }

    byte[] intact() {
        return intact.clone();
    }

    /** A file for making others. */
    Path scratch() {
        return scratch;
    }

    /** Offers the format's reader a file; answers whether it was accepted. */
    boolean offer(byte[] bytes) {
        return file.offer(bytes);
    }

    byte[] spoilt(List<Damage> damages) throws IOException {
        return Damage.all(damages, intact);
    }

    private static void readAll(TensorSource tensors) {
        tensors.names().forEach(name -> tensors.read(name).toDoubles());
    }

    private static void readTorch(Path path) {
        try (TorchFile file = TorchFile.open(path)) {
            walk(file.root());
        }
    }

    private static void walk(Object node) {
        if (node instanceof TorchTensor tensor) {
            tensor.read().toDoubles();
        } else if (node instanceof List<?> list) {
            list.forEach(SpoiltFormat::walk);
        } else if (node instanceof Map<?, ?> map) {
            map.values().forEach(SpoiltFormat::walk);
        }
    }
}
