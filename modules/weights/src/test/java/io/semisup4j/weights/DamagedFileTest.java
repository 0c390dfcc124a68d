package io.semisup4j.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.semisup4j.weights.npz.NpzFile;
import io.semisup4j.weights.safetensors.SafetensorsFile;
import io.semisup4j.weights.torch.SampleFiles;
import io.semisup4j.weights.torch.TorchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to a file, its reader either reads it or answers with a sentence. */
class DamagedFileTest {
    private static final int STEP = 97;
    private static final int MUTATIONS = 150;

    enum Format {
        TORCH(path -> readAll(TorchFile.open(path).tensors("encoder"))),
        TORCH_LEGACY(path -> readAll(TorchFile.open(path).tensors("encoder"))),
        SAFETENSORS(path -> readAll(SafetensorsFile.open(path))),
        NPZ(path -> readAll(NpzFile.open(path)));

        private final Consumer<Path> reader;

        Format(Consumer<Path> reader) {
            this.reader = reader;
        }

        byte[] sample(Path folder) throws IOException {
            Path file = folder.resolve("sample");
            switch (this) {
                case TORCH -> SampleFiles.torch(file);
                case TORCH_LEGACY -> SampleFiles.torchLegacy(file);
                case SAFETENSORS -> SampleFiles.safetensors(file);
                case NPZ -> SampleFiles.npz(file);
            }
            return Files.readAllBytes(file);
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_truncated_file_never_gives_anything_but_a_sentence(Format format) throws IOException {
        byte[] whole = format.sample(folder);
        assertThat(read(format, whole, "the whole file")).isTrue();
        for (int length = 0; length < whole.length; length += STEP) {
            boolean accepted = read(format, Arrays.copyOf(whole, length), "truncated to " + length);
            assertThat(accepted)
                    .as("%s, %d of %d bytes", format, length, whole.length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_with_changed_bytes_is_read_or_refused_with_a_sentence(Format format) throws IOException {
        byte[] whole = format.sample(folder);
        long seed = Long.getLong("test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = whole.clone();
            for (int change = 1 + random.nextInt(3); change > 0; change--) {
                changed[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            }
            read(format, changed, "mutation " + i + "; repeat with -Dtest.seed=" + seed);
        }
    }

    private boolean read(Format format, byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try {
            format.reader.accept(file);
            return true;
        } catch (WeightsException e) {
            assertThat(e).as(what).hasMessageContaining("damaged");
            return false;
        } catch (RuntimeException | Error e) {
            return fail(format + ", " + what, e);
        }
    }

    private static void readAll(TensorSource tensors) {
        tensors.names().forEach(name -> tensors.read(name).toDoubles());
    }
}
