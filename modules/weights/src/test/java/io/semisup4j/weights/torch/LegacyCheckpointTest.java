package io.semisup4j.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.pickle.PickleBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyCheckpointTest {
    @TempDir
    Path folder;

    @Test
    void reads_the_format_before_torch_1_6() throws IOException {
        TorchFile file = TorchFile.open(write(LegacyBytes.of(true, transposed(), 0, 1, 2, 3, 4, 5)));
        assertThat(file.tensors().read("w").toFloats()).containsExactly(0, 3, 1, 4, 2, 5);
    }

    @Test
    void says_what_is_wrong() throws IOException {
        Path big = write(LegacyBytes.of(false, transposed(), 0, 1, 2, 3, 4, 5));
        assertThatThrownBy(() -> TorchFile.open(big)).hasMessageContaining("little-endian");
        Path shorter = write(LegacyBytes.of(true, transposed(), 0, 1, 2, 3, 4));
        assertThatThrownBy(() -> TorchFile.open(shorter))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("the storage '0' should have 6 values of FLOAT32");
        PickleBytes system = PickleBytes.protocol(2).global("posix", "system");
        Path evil = write(LegacyBytes.of(true, system, 1));
        assertThatThrownBy(() -> TorchFile.open(evil)).hasMessageContaining("posix.system");
    }

    private static PickleBytes transposed() {
        return PickleBytes.protocol(2)
                .op("}")
                .text("w")
                .tensor("FloatStorage", "0", 6, 0, new int[] {3, 2}, new int[] {1, 3})
                .op("s");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("old.pth"), bytes);
    }
}
