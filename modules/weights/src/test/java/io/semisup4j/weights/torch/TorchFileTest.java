package io.semisup4j.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.pickle.PickleBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchFileTest {
    @TempDir
    Path folder;

    @Test
    void reads_a_checkpoint_dictionary() throws IOException {
        byte[] pickle = PickleBytes.protocol(2)
                .op("}(")
                .text("encoder")
                .orderedDict()
                .op("(")
                .text("fc.weight")
                .tensor("FloatStorage", "0", 6, 0, new int[] {2, 3}, new int[] {3, 1})
                .text("fc.count")
                .tensor("LongStorage", "1", 1, 0, new int[0], new int[0])
                .op("u}")
                .text("_metadata")
                .orderedDict()
                .op("sb")
                .text("epoch")
                .number(3)
                .text("lr")
                .real(0.25)
                .op("u")
                .stop();
        Path file = TorchZip.with(pickle)
                .floats("0", 1, 2, 3, 4, 5, 6)
                .storage("1", new byte[] {7, 0, 0, 0, 0, 0, 0, 0})
                .write(folder.resolve("a.pth.tar"));
        try (TorchFile torch = TorchFile.open(file)) {
            assertThat(torch.at("epoch")).isEqualTo(3L);
            assertThat(torch.at("lr")).isEqualTo(0.25);
            assertThat(torch.has("opt")).isFalse();
            TensorSource encoder = torch.tensors("encoder");
            assertThat(encoder.names()).containsExactly("fc.weight", "fc.count");
            assertThat(encoder.read("fc.weight")).isEqualTo(TensorData.ofFloats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
            assertThat(encoder.shape("fc.count")).isEmpty();
            assertThat(encoder.read("fc.count").toLongs()).containsExactly(7);
            assertThatThrownBy(() -> torch.at("opt", 0))
                    .hasMessageContaining("has no 'opt'")
                    .hasMessageContaining("encoder, epoch, lr");
            assertThatThrownBy(torch::tensors).hasMessageContaining("its 'encoder' is not one");
        }
    }

    @Test
    void gathers_transposed_sliced_and_repeated_tensors() throws IOException {
        assertThat(floats(new int[] {3, 2}, new int[] {1, 3}, 0)).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(floats(new int[] {2, 2}, new int[] {3, 1}, 1)).containsExactly(1, 2, 4, 5);
        assertThat(floats(new int[] {2, 3}, new int[] {0, 2}, 0)).containsExactly(0, 2, 4, 0, 2, 4);
        assertThat(floats(new int[] {1, 2}, new int[] {99, 1}, 4)).containsExactly(4, 5);
        assertThat(floats(new int[] {0, 2}, new int[] {2, 1}, 6)).isEmpty();
    }

    @Test
    void a_parameter_is_its_tensor() throws IOException {
        PickleBytes pickle = PickleBytes.protocol(2)
                .global("torch._utils", "_rebuild_parameter")
                .op("(");
        pickle.tensor("FloatStorage", "0", 1, 0, new int[] {1}, new int[] {1});
        byte[] bytes = pickle.op(0x88).orderedDict().op("tR").stop();
        TorchFile file = TorchFile.open(TorchZip.with(bytes).floats("0", 5).write(folder.resolve("p.pt")));
        assertThat(((TorchTensor) file.root()).read().toFloats()).containsExactly(5);
    }

    @ParameterizedTest
    @CsvSource({
        "FloatStorage,FLOAT32",
        "DoubleStorage,FLOAT64",
        "HalfStorage,FLOAT16",
        "BFloat16Storage,BFLOAT16",
        "LongStorage,INT64",
        "IntStorage,INT32",
        "ShortStorage,INT16",
        "CharStorage,INT8",
        "ByteStorage,UINT8",
        "BoolStorage,BOOL"
    })
    void knows_every_storage_type(String type, DType dtype) throws IOException {
        byte[] pickle = PickleBytes.protocol(2)
                .tensor(type, "0", 1, 0, new int[] {1}, new int[] {1})
                .stop();
        byte[] zeros = new byte[dtype.bytes()];
        TorchFile file =
                TorchFile.open(TorchZip.with(pickle).storage("0", zeros).write(folder.resolve("t.pt")));
        TensorData tensor = ((TorchTensor) file.root()).read();
        assertThat(tensor.dtype()).isEqualTo(dtype);
        assertThat(tensor.toDoubles()).containsExactly(0);
    }

    @Test
    void plain_values_come_out_as_they_are() throws IOException {
        byte[] pickle = PickleBytes.protocol(2).op("}").text("amp").op("}s").stop();
        TorchFile file = TorchFile.open(TorchZip.with(pickle).write(folder.resolve("v.pt")));
        assertThat(file.root()).isEqualTo(Map.of("amp", Map.of()));
        assertThat(file.at()).isSameAs(file.root());
        assertThat(List.of(file.tensors("amp").names())).containsExactly(List.of());
    }

    @Test
    void tensors_of_a_closed_file_are_answered_with_a_sentence() throws IOException {
        byte[] pickle = PickleBytes.protocol(2)
                .tensor("FloatStorage", "0", 1, 0, new int[] {1}, new int[] {1})
                .stop();
        TorchFile file = TorchFile.open(TorchZip.with(pickle).floats("0", 5).write(folder.resolve("c.pt")));
        file.close();
        assertThatThrownBy(() -> ((TorchTensor) file.root()).read())
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("closed");
    }

    private float[] floats(int[] shape, int[] strides, int offset) throws IOException {
        byte[] pickle = PickleBytes.protocol(2)
                .tensor("FloatStorage", "0", 6, offset, shape, strides)
                .stop();
        TorchFile file = TorchFile.open(
                TorchZip.with(pickle).floats("0", 0, 1, 2, 3, 4, 5).write(folder.resolve("s.pt")));
        return ((TorchTensor) file.root()).read().toFloats();
    }
}
