package io.semisup4j.weights.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.weights.WeightsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileArchiveTest {
    private static final int DIRECTORY_RECORD = 0x02014b50;

    @TempDir
    Path folder;

    @Test
    void a_zip_bomb_is_refused_before_memory_is_taken() throws IOException {
        byte[] zip = zip(65 << 20, "bomb");
        assertThat(zip).hasSizeLessThan(1 << 20);

        Archive archive = Archive.open(write(zip), "anything");

        assertThatThrownBy(() -> archive.read("bomb"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("would unfold from")
                .hasMessageContaining("to 68157440 bytes");
    }

    @Test
    void a_small_entry_may_be_packed_tightly() throws IOException {
        Archive archive = Archive.open(write(zip(1 << 20, "zeros")), "anything");

        assertThat(archive.read("zeros")).hasSize(1 << 20);
    }

    @Test
    void a_huge_declared_size_is_refused_before_memory_is_taken() throws IOException {
        byte[] zip = zip(100, "small");
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(directoryRecord(bytes) + 24, 2_000_000_000);

        Archive archive = Archive.open(write(zip), "anything");

        assertThatThrownBy(() -> archive.read("small"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("to 2000000000 bytes");
    }

    @Test
    void two_entries_of_one_name_are_refused() throws IOException {
        String twice = new String(zip(10, "one", "two"), StandardCharsets.ISO_8859_1).replace("two", "one");

        Path file = write(twice.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Archive.open(file, "anything"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("two entries named 'one'");
    }

    private static int directoryRecord(ByteBuffer zip) {
        int at = 0;
        while (zip.getInt(at) != DIRECTORY_RECORD) {
            at++;
        }
        return at;
    }

    private Path write(byte[] zip) throws IOException {
        return Files.write(folder.resolve("evil.zip"), zip);
    }

    /** Entries of zeros. */
    private static byte[] zip(int size, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] zeros = new byte[Math.min(size, 1 << 20)];
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                for (int left = size; left > 0; left -= zeros.length) {
                    zip.write(zeros, 0, Math.min(left, zeros.length));
                }
            }
        }
        return bytes.toByteArray();
    }
}
