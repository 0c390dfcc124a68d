package io.semisup4j.weights.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.weights.DType;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void reads_back_every_format_in_the_order_written() {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        for (DType dtype : DType.values()) {
            ByteBuffer bytes = ByteBuffer.allocate(3 * dtype.bytes());
            for (int i = 0; i < bytes.capacity(); i++) {
                bytes.put(i, (byte) (17 * i + dtype.ordinal()));
            }
            tensors.put(dtype.name().toLowerCase(Locale.ROOT), TensorData.of(dtype, bytes, 3, 1));
        }
        tensors.put("scalar", TensorData.ofDoubles(new double[] {2.5}));
        tensors.put("none \"ü\"", TensorData.ofFloats(new float[0], 0, 4));
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, TensorSource.of(tensors), Map.of("epoch", "3"));

        SafetensorsFile read = SafetensorsFile.open(file);
        assertThat(read.names()).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach((name, tensor) -> {
            assertThat(read.read(name)).isEqualTo(tensor);
            assertThat(read.shape(name)).isEqualTo(tensor.shape());
            assertThat(read.dtype(name)).isEqualTo(tensor.dtype());
        });
        assertThat(read.metadata()).containsExactly(Map.entry("epoch", "3"));
        assertThatThrownBy(() -> read.read("x")).hasMessageContaining("no tensor 'x'");
    }

    @Test
    void every_tensor_is_aligned_for_its_format() throws IOException {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        tensors.put("flag", TensorData.of(DType.BOOL, ByteBuffer.allocate(1), 1));
        tensors.put("wide", TensorData.ofDoubles(new double[] {1}, 1));
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, TensorSource.of(tensors), Map.of());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong(0);
        assertThat(header % 8).isZero();
        assertThat(bytes.getDouble(8 + header)).isEqualTo(1);
    }

    @Test
    void refuses_a_header_that_is_not_consistent() throws IOException {
        header("{'a':" + f32("[2]", "[0,8]") + ",'b':" + f32("[2]", "[4,12]") + "}", 12)
                .hasMessageContaining("'b' begins at byte 4 of the data, inside another tensor");
        header("{'a':" + f32("[2]", "[0,8]") + ",'b':" + f32("[1]", "[12,16]") + "}", 16)
                .hasMessageContaining("behind a hole");
        header("{'a':" + f32("[2]", "[0,8]") + "}", 4).hasMessageContaining("there are only 4");
        header("{'a':" + f32("[2]", "[0,8]") + "}", 9).hasMessageContaining("1 bytes behind its last tensor");
        header("{'a':" + f32("[3]", "[0,8]") + "}", 8).hasMessageContaining("3 values of FLOAT32 by its shape");
        header("{'a':" + f32("[2]", "[8,0]") + "}", 8).hasMessageContaining("not a begin and an end");
        header("{'a':" + f32("[2]", "[-8,0]") + "}", 8).hasMessageContaining("not a list of whole numbers");
        header("{'a':" + f32("[2.0]", "[0,8]") + "}", 8).hasMessageContaining("not a list of whole numbers");
        header("{'a':" + f32("[99999999999,99999999999]", "[0,8]") + "}", 8)
                .hasMessageContaining("more values than can exist");
        header("{'a':{'dtype':'F8_E4M3','shape':[],'data_offsets':[0,1]}}", 1).hasMessageContaining("'F8_E4M3'");
        header("{'a':{'dtype':'F32'}}", 0).hasMessageContaining("missing");
    }

    @Test
    void refuses_duplicate_names_and_foreign_json() throws IOException {
        header("{'a':" + f32("[1]", "[0,4]") + ",'a':" + f32("[1]", "[0,4]") + "}", 4)
                .hasMessageContaining("Duplicate");
        header("[1]", 0).hasMessageContaining("not a JSON object");
        header("{'a':", 0).hasMessageContaining("not valid JSON");
        header("{} {}", 0).hasMessageContaining("not valid JSON");
        header("[".repeat(5000), 0).hasMessageContaining("not valid JSON");
    }

    @Test
    void refuses_a_header_length_beyond_the_file_and_foreign_files() throws IOException {
        ByteBuffer huge = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(90_000_000);
        refused(huge.array()).hasMessageContaining("truncated");
        refused(ByteBuffer.allocate(16).putLong(-1).array()).hasMessageContaining("18446744073709551615");
        refused("hello, world".getBytes(StandardCharsets.US_ASCII)).hasMessageContaining("is a text file");
        refused(new byte[0]).hasMessageContaining("is an empty file");
    }

    private static String f32(String shape, String offsets) {
        return "{'dtype':'F32','shape':" + shape + ",'data_offsets':" + offsets + "}";
    }

    private AbstractThrowableAssert<?, ? extends Throwable> header(String json, int dataBytes) throws IOException {
        byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        return refused(bytes.array());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("bad.safetensors"), content);
        return assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("bad.safetensors");
    }
}
