package io.semisup4j.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.pickle.PickleBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs save beside tensors: their arguments, and numbers that numpy made. */
class ProgramArgumentsTest {
    @TempDir
    Path folder;

    @Test
    void arguments_become_an_ordered_map() throws IOException {
        byte[] pickle = PickleBytes.protocol(2)
                .global("argparse", "Namespace")
                .op(")")
                .op(0x81)
                .op("}(")
                .text("epochs")
                .number(3)
                .text("arch")
                .text("cvt")
                .op("u")
                .op("b")
                .stop();
        Map<?, ?> arguments = (Map<?, ?>) open(pickle).root();
        assertThat(arguments.keySet().stream().map(Object::toString)).containsExactly("epochs", "arch");
        assertThat(arguments.get("epochs")).isEqualTo(3L);
    }

    @Test
    void numbers_of_numpy_become_numbers() throws IOException {
        assertThat(number("f8", doubleBytes(-0.0001), "<")).isEqualTo(-0.0001);
        assertThat(number("i4", "\u0002\u0001\u0000\u0000", "<")).isEqualTo(258L);
        assertThat(number("b1", "\u0001", "|")).isEqualTo(true);
    }

    @Test
    void numpy_is_taken_for_nothing_but_plain_numbers() {
        assertThatThrownBy(() -> number("O8", "12345678", "<"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("number format other than");
        assertThatThrownBy(() -> number("f8", "1234567", "<")).hasMessageContaining("as many bytes");
        assertThatThrownBy(() -> number("f8", "123456789", "<")).hasMessageContaining("not a number's bytes");
        assertThatThrownBy(() -> number("f8", "12345678", ">")).isInstanceOf(WeightsException.class);
        assertThatThrownBy(() -> open(
                        PickleBytes.protocol(2).global("numpy", "frombuffer").stop()))
                .hasMessageContaining("numpy.frombuffer");
    }

    @Tag("golden")
    @ParameterizedTest
    @ValueSource(strings = {"semiformer/checkpoint.pth", "esvit/checkpoint_cvt.pth", "esvit/checkpoint_swin.pth"})
    void checkpoints_of_programs_that_save_their_arguments_are_read(String name) {
        String[] place = name.split("/");
        try (TorchFile file = TorchFile.open(GoldenFolder.file(place[0], place[1]))) {
            assertThat((Map<?, ?>) file.at("args")).isNotEmpty();
        }
    }

    private static String doubleBytes(double value) {
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(value)
                .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Object number(String format, String bytes, String order) throws IOException {
        return open(PickleBytes.protocol(2)
                        .global("numpy.core.multiarray", "scalar")
                        .op("(")
                        .global("numpy", "dtype")
                        .op("(")
                        .text(format)
                        .op(0x89)
                        .op(0x88)
                        .op("tR")
                        .op("(")
                        .number(3)
                        .text(order)
                        .op("NNN")
                        .number(-1)
                        .number(-1)
                        .number(0)
                        .op("tb")
                        .global("_codecs", "encode")
                        .op("(")
                        .text(bytes)
                        .text("latin1")
                        .op("tR")
                        .op("tR")
                        .stop())
                .root();
    }

    private TorchFile open(byte[] pickle) throws IOException {
        return TorchFile.open(TorchZip.with(pickle).write(folder.resolve("some.pth")));
    }
}
