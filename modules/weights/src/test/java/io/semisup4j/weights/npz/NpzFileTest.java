package io.semisup4j.weights.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {
    @TempDir
    Path folder;

    @Test
    void reads_back_what_was_written() {
        Map<String, TensorData> arrays = new LinkedHashMap<>();
        arrays.put("c0/weights", TensorData.ofFloats(new float[] {1, -2.5f, 3, 4, 5, 6}, 2, 3));
        arrays.put("c0/tau", TensorData.ofDoubles(new double[] {0.1}, 1));
        arrays.put("c1/scalar", TensorData.ofLongs(new long[] {Long.MAX_VALUE}));
        arrays.put("c1/none", TensorData.ofLongs(new long[0], 0, 7));
        Path file = folder.resolve("a.npz");
        NpzWriter.write(file, TensorSource.of(arrays));

        try (NpzFile npz = NpzFile.open(file)) {
            assertThat(npz.names()).containsExactlyElementsOf(arrays.keySet());
            assertThat(npz.names("c1/")).containsExactly("c1/scalar", "c1/none");
            arrays.forEach((name, array) -> assertThat(npz.read(name)).isEqualTo(array));
            assertThat(npz.shape("c0/weights")).containsExactly(2, 3);
            assertThat(npz.scalar("c0/tau")).isEqualTo(0.1);
            assertThat(npz.dtype("c1/none")).isEqualTo(DType.INT64);
        }
    }

    @Test
    void reads_the_small_number_formats() throws IOException {
        assertThat(single("<f2", "(3,)", 0x00, 0x3C, 0x00, 0xC0, 0x01, 0x00).toDoubles())
                .containsExactly(1, -2, 0x1p-24);
        assertThat(single("|i1", "(2,)", 0xFF, 7).toLongs()).containsExactly(-1, 7);
        assertThat(single("|u1", "(2,)", 0xFF, 7).toLongs()).containsExactly(255, 7);
        assertThat(single("|b1", "(2,)", 1, 0).toDoubles()).containsExactly(1, 0);
        assertThat(single("<i2", "(1,)", 0xFE, 0xFF).toLongs()).containsExactly(-2);
        assertThat(single("<i4", "()", 0x01, 0x00, 0x01, 0x00).toFloats()).containsExactly(65537);
    }

    @Test
    void turns_fortran_order_into_row_major_order() throws IOException {
        Path file =
                npz("a.npy", npy(1, "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }", 1, 2, 3, 4, 5, 6));
        assertThat(NpzFile.open(file).longs("a")).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void reads_header_version_2() throws IOException {
        Path file = npz("a.npy", npy(2, "{'descr': '|u1', 'fortran_order': False, 'shape': (2L,), }", 8, 9));
        assertThat(NpzFile.open(file).longs("a")).containsExactly(8, 9);
    }

    @Test
    void names_what_is_wrong_with_an_array() {
        assertThatThrownBy(() -> single("|O", "(1,)", 0))
                .hasMessageContaining("'|O'")
                .hasMessageContaining("<f4");
        assertThatThrownBy(() -> single(">f4", "(1,)", 0, 0, 0, 0)).hasMessageContaining("'>f4'");
        assertThatThrownBy(() -> single("<f4", "(2,)", 0, 0, 0, 0))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("needs 8 bytes");
        assertThatThrownBy(() -> single("<f4", "(9999999999999,9999999999)", 0))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("more values than can exist");
        assertThatThrownBy(() -> single("<f4", "(99999999999999999999999,)", 0))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("impossible shape");
        assertThatThrownBy(() ->
                        single("<f8", "(1,)", 0, 0, 0, 0, 0, 0, 0xE0, 0x3F).toLongs())
                .hasMessageContaining("0.5, not a whole number");
    }

    @Test
    void a_missing_array_is_answered_with_similar_names() throws IOException {
        Path file = npz("c0/tau.npy", npy(1, "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }", 8));
        assertThatThrownBy(() -> NpzFile.open(file).scalar("c9/tau"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("'c9/tau'")
                .hasMessageContaining("c0/tau");
    }

    @Test
    void rejects_foreign_files_by_name() throws IOException {
        Path text = Files.writeString(folder.resolve("readme.npz"), "hello");
        assertThatThrownBy(() -> NpzFile.open(text))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("readme.npz is a text file, but an npz file");
        Path empty = Files.createFile(folder.resolve("empty.npz"));
        assertThatThrownBy(() -> NpzFile.open(empty)).hasMessageContaining("empty.npz is an empty file");
        assertThatThrownBy(() -> NpzFile.open(folder.resolve("no.npz"))).hasMessageContaining("There is no file");
    }

    private TensorData single(String descr, String shape, int... values) throws IOException {
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
        return NpzFile.open(npz("a.npy", npy(1, header, values))).read("a");
    }

    private Path npz(String entry, byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "single", ".npz");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes);
        }
        return file;
    }

    private static byte[] npy(int version, String header, int... values) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer out = ByteBuffer.allocate(128 + text.length + values.length);
        out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        out.put((byte) text.length).put((byte) (text.length >> 8));
        if (version > 1) {
            out.putShort((short) 0);
        }
        out.put(text);
        for (int value : values) {
            out.put((byte) value);
        }
        return java.util.Arrays.copyOf(out.array(), out.position());
    }
}
