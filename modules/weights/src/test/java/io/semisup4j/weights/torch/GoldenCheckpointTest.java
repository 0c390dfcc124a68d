package io.semisup4j.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.DType;
import io.semisup4j.weights.Matching;
import io.semisup4j.weights.Shapes;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.TensorSource;
import io.semisup4j.weights.npz.NpzFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real checkpoints of the published training code; every count is derived from the files. */
@Tag("golden")
class GoldenCheckpointTest {
    private static final String WRN = "wrn10w2_latest.pth.tar";
    private static final String RESNET = "resnet_narrow_module.pth.tar";

    @ParameterizedTest
    @ValueSource(strings = {WRN, RESNET})
    void has_the_entries_of_a_pretraining_checkpoint(String name) {
        try (TorchFile file = TorchFile.open(GoldenFolder.file("paws", name))) {
            assertThat((Long) file.at("epoch")).isPositive();
            assertThat(file.at("amp")).isInstanceOf(Map.class);
            for (String key : List.of("unlabel_prob", "lr", "loss", "temperature")) {
                if (file.has(key)) {
                    assertThat(file.at(key)).as(key).isInstanceOf(Number.class);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WRN, RESNET})
    void the_encoder_is_a_state_dictionary_of_one_naming(String name) {
        try (TorchFile file = TorchFile.open(GoldenFolder.file("paws", name))) {
            StateDict raw = StateDict.of(file.tensors("encoder"));
            long prefixed = raw.names().stream()
                    .filter(key -> key.startsWith("module."))
                    .count();
            assertThat(prefixed).isIn(0L, (long) raw.size());
            StateDict encoder = raw.stripPrefix("module.");
            assertThat(encoder.size()).isEqualTo(raw.size());
            assertThat(encoder.names())
                    .contains("conv1.weight", "fc.fc1.weight")
                    .noneMatch(key -> key.contains("module."));
            encoder.names().forEach(key -> checkEntry(encoder, key));
        }
    }

    /** Ranks and formats by the kind of entry; the vectors of a batch norm have one length. */
    private static void checkEntry(StateDict encoder, String key) {
        TensorData tensor = encoder.read(key);
        assertThat(tensor.shape()).isEqualTo(encoder.shape(key));
        if (key.endsWith("num_batches_tracked")) {
            assertThat(tensor.dtype()).isEqualTo(DType.INT64);
            assertThat(tensor.shape()).isEmpty();
            assertThat(tensor.toLongs()[0]).isNotNegative();
        } else {
            assertThat(tensor.dtype()).isEqualTo(DType.FLOAT32);
            for (float value : tensor.toFloats()) {
                assertThat(value).isFinite();
            }
        }
        if (key.endsWith("running_var")) {
            String module = key.substring(0, key.length() - "running_var".length());
            for (String part : List.of("weight", "bias", "running_mean")) {
                assertThat(encoder.shape(module + part)).as(module + part).isEqualTo(tensor.shape());
            }
        }
    }

    @Test
    void the_optimiser_has_one_buffer_a_trainable_tensor_of_its_shape() {
        try (TorchFile file = TorchFile.open(GoldenFolder.file("paws", WRN))) {
            StateDict encoder = StateDict.of(file.tensors("encoder")).stripPrefix("module.");
            List<String> trainable = encoder.names().stream()
                    .filter(name -> name.endsWith("weight") || name.endsWith("bias"))
                    .toList();
            List<String> adapted = trainable.stream()
                    .filter(name -> !name.contains("bias") && !name.contains("bn"))
                    .toList();
            List<String> excluded = trainable.stream()
                    .filter(name -> name.contains("bias") || name.contains("bn"))
                    .toList();
            assertThat((List<?>) file.at("opt", "param_groups", 0, "params")).hasSameSizeAs(adapted);
            assertThat((List<?>) file.at("opt", "param_groups", 1, "params")).hasSameSizeAs(excluded);
            assertThat(file.at("opt", "param_groups", 1, "LARS_exclude")).isEqualTo(true);
            assertThat((Map<?, ?>) file.at("opt", "state")).hasSameSizeAs(trainable);
            for (int i = 0; i < trainable.size(); i++) {
                String name = i < adapted.size() ? adapted.get(i) : excluded.get(i - adapted.size());
                TensorSource state = file.tensors("opt", "state", i);
                assertThat(state.read("momentum_buffer").shape()).as(name).isEqualTo(encoder.shape(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WRN, RESNET})
    void values_are_the_bytes_of_the_storage_entries(String name) throws IOException {
        try (TorchFile file = TorchFile.open(GoldenFolder.file("paws", name));
                ZipFile zip = new ZipFile(GoldenFolder.file("paws", name).toFile())) {
            int compared = 0;
            for (Object value : ((Map<?, ?>) file.at("encoder")).values()) {
                TorchTensor tensor = (TorchTensor) value;
                byte[] raw = storage(zip, tensor.storageKey());
                if (raw.length == Shapes.bytes(tensor.dtype(), tensor.shape())) {
                    assertThat(tensor.read().bytes()).isEqualTo(ByteBuffer.wrap(raw));
                    compared++;
                }
            }
            assertThat(compared).isPositive();
        }
    }

    private static byte[] storage(ZipFile zip, String key) throws IOException {
        String entry = zip.stream()
                .map(Object::toString)
                .filter(name -> name.endsWith("/data/" + key))
                .findFirst()
                .orElseThrow();
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WRN + ":net_wrn10w2.npz", RESNET + ":net_resnet_narrow.npz"})
    void gradients_of_the_reference_network_have_names_and_shapes_of_the_encoder(String pair) {
        String[] files = pair.split(":");
        try (TorchFile file = TorchFile.open(GoldenFolder.file("paws", files[0]));
                NpzFile npz = NpzFile.open(GoldenFolder.file("paws", files[1]))) {
            StateDict encoder = StateDict.of(file.tensors("encoder")).stripPrefix("module.");
            Map<String, long[]> found = encoder.shapes();
            found.keySet().removeIf(name -> !name.endsWith("weight") && !name.endsWith("bias"));
            Map<String, long[]> expected =
                    StateDict.of(npz).stripPrefix("grad/").shapes();
            expected.keySet().removeIf(name -> !npz.contains("grad/" + name));
            Matching matching = Matching.of(expected, found);
            assertThat(matching.missing()).isEmpty();
            assertThat(matching.mismatched()).isEmpty();
            assertThat(matching.matched()).isNotEmpty();
        }
    }

    @Test
    void the_two_file_formats_hold_the_same_network() {
        try (TorchFile zip = TorchFile.open(GoldenFolder.file("allspark", "mit_narrow_imagenet.pth"));
                TorchFile legacy = TorchFile.open(GoldenFolder.file("allspark", "mit_narrow_imagenet_legacy.pth"))) {
            TensorSource expected = zip.tensors();
            TensorSource found = legacy.tensors();
            assertThat(found.names()).isNotEmpty().isEqualTo(expected.names());
            expected.names()
                    .forEach(name -> assertThat(found.read(name)).as(name).isEqualTo(expected.read(name)));
        }
    }
}
