package io.semisup4j.weights.torch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.pickle.PickleBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignFileTest {
    @TempDir
    Path folder;

    @Test
    void says_what_the_file_is_and_what_was_expected() throws IOException {
        given(0xFF, 0xD8, 0xFF, 0xE0, 0, 16).hasMessageContaining("is a JPEG picture, but a torch checkpoint");
        given(0x89, 'P', 'N', 'G').hasMessageContaining("a PNG picture");
        given().hasMessageContaining("is an empty file");
        given('h', 'e', 'l', 'l', 'o', '\n').hasMessageContaining("is a text file");
        given('<', 'h', 't', 'm', 'l', '>').hasMessageContaining("web page");
        given(0x1F, 0x8B, 8).hasMessageContaining("gzip");
        given(0, 1, 2, 3).hasMessageContaining("unknown content");
        given(PickleBytes.protocol(2).number(1).stop()).hasMessageContaining("a plain Python pickle");
        given("version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII))
                .hasMessageContaining("git lfs pull");
        byte[] tar = new byte[512];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        given(tar).hasMessageContaining("a tar archive");
    }

    @Test
    void a_zip_without_a_pickle_is_not_a_checkpoint() throws IOException {
        Path file = new TorchZip().entry("a.npy", new byte[3]).write(folder.resolve("some.pth"));
        assertThatThrownBy(() -> TorchFile.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("no entry ending in /data.pkl");
        Path two =
                TorchZip.with(new byte[1]).entry("other/data.pkl", new byte[3]).write(folder.resolve("some.pth"));
        assertThatThrownBy(() -> TorchFile.open(two)).hasMessageContaining("more than one entry");
    }

    @Test
    void missing_files_and_folders_are_named() {
        assertThatThrownBy(() -> TorchFile.open(folder.resolve("no.pth")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("no file")
                .hasMessageContaining("no.pth");
        assertThatThrownBy(() -> TorchFile.open(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("is a folder");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> given(int... content) throws IOException {
        byte[] bytes = new byte[content.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return given(bytes);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> given(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("some.pth"), content);
        return assertThatThrownBy(() -> TorchFile.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("some.pth")
                .hasMessageContaining("torch.save");
    }
}
