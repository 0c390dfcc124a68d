package io.semisup4j.training.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.semisup4j.weights.DType;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class ExportedWeightsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TrainingRecord TRAINING = new TrainingRecord(
            new RunOrigin(
                    "some-experiment", JsonNodeFactory.instance.objectNode().put("epochs", 7)),
            "paws",
            4,
            400,
            Map.of("paws.softnn.top1", 0.75));

    private final SmallNet small = new SmallNet(3, DataType.FLOAT);

    @TempDir
    Path folder;

    @Test
    void what_was_exported_and_imported_is_exported_to_the_same_bytes() throws IOException {
        Path first = folder.resolve("first/encoder.safetensors");
        Path second = folder.resolve("second/encoder.safetensors");
        ExportedWeights.write(first, small.exported(), TRAINING);
        SmallNet other = new SmallNet(4, DataType.FLOAT);
        other.net.take(PretrainedSource.open(first).into(other.net.state()).state());
        ExportedWeights.write(second, other.exported(), TRAINING);
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
        assertThat(other.net.parameters()).isEqualTo(small.net.parameters());
        assertThat(other.net.buffers()).isEqualTo(small.net.buffers());
        assertThat(other.net.state().batches()).isEqualTo(small.net.state().batches());
    }

    @Test
    void a_net_in_double_is_exported_in_float() {
        Path file = folder.resolve("double.safetensors");
        SmallNet exact = new SmallNet(3, DataType.DOUBLE);
        ExportedWeights.write(file, exact.exported(), TRAINING);
        StateDict read = PretrainedSource.open(file).weights();
        for (String name : read.names()) {
            boolean counter = name.endsWith("num_batches_tracked");
            assertThat(read.dtype(name)).as(name).isEqualTo(counter ? DType.INT64 : DType.FLOAT32);
            assertThat(read.read(name).toFloats())
                    .as(name)
                    .containsExactly(exact.exported().read(name).toFloats());
        }
    }

    /** The format as any program reads it: length, JSON, then the values of one tensor at its offsets. */
    @Test
    void the_file_is_read_by_its_header_alone() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        ExportedWeights.write(file, small.exported(), TRAINING);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        JsonNode json = JSON.readTree(new String(header, StandardCharsets.UTF_8));
        JsonNode entry = json.get("layer2.0.conv1.weight");
        assertThat(entry.get("dtype").asText()).isEqualTo("F32");
        assertThat(entry.get("shape")).hasToString("[32,16,3,3]"); // O, I, kH, kW
        ByteBuffer values = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        values.position(entry.get("data_offsets").get(0).asInt());
        float[] expected = small.exported().read("layer2.0.conv1.weight").toFloats();
        float[] found = new float[expected.length];
        values.asFloatBuffer().get(found);
        assertThat(found).containsExactly(expected);
        assertThat(json.get("bn1.num_batches_tracked").get("dtype").asText()).isEqualTo("I64");
        assertThat(json.get("__metadata__").get("stage").asText()).isEqualTo("paws");
    }

    @Test
    void the_index_says_what_the_weights_are() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        ExportedWeights.write(file, small.exported(), TRAINING);
        JsonNode index = JSON.readTree(folder.resolve("encoder.json").toFile());
        assertThat(index.at("/training/run/experiment").asText()).isEqualTo("some-experiment");
        assertThat(index.at("/training/run/config/epochs").asInt()).isEqualTo(7);
        assertThat(index.at("/training/epoch").asInt()).isEqualTo(4);
        assertThat(index.at("/training/metrics").toString()).isEqualTo("{\"paws.softnn.top1\":0.75}");
        assertThat(index.at("/sha256").asText()).isEqualTo(FileDigest.sha256(file));
        assertThat(index.at("/tensors")).hasSize(small.exported().size());
        assertThat(index.at("/tensors/0"))
                .hasToString("{\"name\":\"conv1.weight\",\"dtype\":\"FLOAT32\",\"shape\":[16,3,3,3]}");
        Pretrained read = PretrainedSource.open(file);
        assertThat(read.epoch()).hasValue(4);
        assertThat(read.step()).hasValue(400);
        assertThat(read.stage()).isEqualTo("paws");
    }

    @Test
    void weights_that_are_not_those_of_their_index_are_refused() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        ExportedWeights.write(file, small.exported(), TRAINING);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> PretrainedSource.open(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("encoder.json")
                .hasMessageContaining("digest differs");
        Files.writeString(folder.resolve("encoder.json"), "[1, 2]");
        assertThat(PretrainedSource.open(file).weights().size()).isPositive();
        Files.writeString(folder.resolve("encoder.json"), "no json");
        assertThat(PretrainedSource.open(file).weights().size()).isPositive();
    }

    @Test
    void a_name_that_others_would_not_recognise_is_refused() {
        assertThatThrownBy(() -> ExportedWeights.write(folder.resolve("encoder.pth"), small.exported(), TRAINING))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("ends in '.safetensors'");
        assertThatThrownBy(() -> ExportedWeights.write(folder, small.exported(), TRAINING))
                .hasMessageContaining(folder.resolve("encoder.safetensors").toString());
    }
}
