package io.semisup4j.data.cifar;

import io.semisup4j.data.random.Draws;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes small sets of noise in both layouts. */
final class CifarFiles {
    static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private CifarFiles() {}

    /** Records of file {@code number} (6 is the test file): label and noise depend on file and record alone. */
    static byte[] binary(int number, int records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < records; i++) {
            bytes.write((number + i) % 10);
            bytes.writeBytes(noise(number, i));
        }
        return bytes.toByteArray();
    }

    private static byte[] noise(int number, int record) {
        Draws draws = Draws.of(0, 0, number, record);
        byte[] planes = new byte[CifarBatch.VALUES];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (byte) draws.nextInt(256);
        }
        return planes;
    }

    static void writeBinary(Path folder, int records) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; number <= 6; number++) {
            String name = number == 6 ? "test_batch.bin" : "data_batch_" + number + ".bin";
            Files.write(folder.resolve(name), binary(number, records));
        }
        Files.writeString(folder.resolve("batches.meta.txt"), String.join("\n", CLASSES) + "\n\n");
    }

    static void writePython(Path folder, int records) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; number <= 6; number++) {
            String name = number == 6 ? "test_batch" : "data_batch_" + number;
            Files.write(folder.resolve(name), python(number, records, false));
        }
        Files.write(folder.resolve("batches.meta"), meta(records));
    }

    static byte[] python(int number, int records, boolean columnMajor) {
        byte[][] rows = new byte[records][];
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            rows[i] = noise(number, i);
            labels.add((number + i) % 10);
        }
        byte[] content = new byte[records * CifarBatch.VALUES];
        for (int i = 0; i < records; i++) {
            for (int j = 0; j < CifarBatch.VALUES; j++) {
                content[columnMajor ? j * records + i : i * CifarBatch.VALUES + j] = rows[i][j];
            }
        }
        return new Pickle()
                .begin()
                .text("batch_label")
                .text("batch " + number)
                .text("labels")
                .numbers(labels)
                .text("data")
                .array(records, CifarBatch.VALUES, columnMajor, content)
                .end();
    }

    private static byte[] meta(int records) {
        Pickle pickle = new Pickle()
                .begin()
                .text("num_cases_per_batch")
                .number(records)
                .text("label_names")
                .raw("](");
        CLASSES.forEach(pickle::text);
        return pickle.raw("e").end();
    }

    /** The instructions that CPython 2 writes for CIFAR. */
    static final class Pickle {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle raw(String latin) {
            out.writeBytes(latin.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        Pickle begin() {
            return raw("\u0080\u0002}q\u0001(");
        }

        Pickle text(String text) {
            out.write('U');
            out.write(text.length());
            return raw(text);
        }

        Pickle number(int value) {
            out.write('J');
            return littleEndian(value);
        }

        Pickle numbers(List<Integer> values) {
            raw("](");
            values.forEach(this::number);
            return raw("e");
        }

        Pickle array(int rows, int columns, boolean columnMajor, byte[] content) {
            raw("cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085U\u0001b\u0087R(K\u0001");
            number(rows).number(columns).raw("\u0086cnumpy\ndtype\nU\u0002u1K\0K\u0001\u0087Rq\u0007");
            raw("(K\u0003U\u0001|NNNJ")
                    .littleEndian(-1)
                    .raw("J")
                    .littleEndian(-1)
                    .raw("K\0tb");
            raw(columnMajor ? "\u0088" : "\u0089").raw("T").littleEndian(content.length);
            out.writeBytes(content);
            return raw("tb");
        }

        byte[] end() {
            return raw("u.").out.toByteArray();
        }

        private Pickle littleEndian(int value) {
            for (int i = 0; i < 4; i++) {
                out.write(value >>> (8 * i));
            }
            return this;
        }
    }
}
