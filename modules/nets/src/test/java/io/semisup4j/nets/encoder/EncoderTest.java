package io.semisup4j.nets.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.backbones.ResNet;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.weights.WeightsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {

    @ParameterizedTest
    @CsvSource({
        "resnet50, 2048, true, 38210112, 348, 177",
        "resnet50, 2048, false, 36105280, 334, 169",
        "wide_resnet28w2, 128, false, 1518400, 197, 116",
        "wide_resnet28w2, 128, true, 1527072, 211, 124",
        "resnet50w2, 4096, true, 152671360, 348, 177"
    })
    void a_pretraining_encoder_has_the_published_size(
            String backbone, long outputs, boolean prediction, long parameters, int entries, int trained) {
        NetLayout layout = Encoder.pretraining(Backbones.named(backbone), outputs, prediction)
                .layout();
        assertSize(layout, parameters, entries, trained);
    }

    @ParameterizedTest
    @CsvSource({"resnet50, 1000, 29757480, 327, 165", "wide_resnet28w2, 10, 1486410, 190, 112"})
    void a_classifier_has_the_published_size(String backbone, long classes, long parameters, int entries, int trained) {
        assertSize(Encoder.classifier(Backbones.named(backbone), classes).layout(), parameters, entries, trained);
    }

    private static void assertSize(NetLayout layout, long parameters, int entries, int trained) {
        assertThat(layout.parameterCount()).isEqualTo(parameters);
        assertThat(layout.declarations()).hasSize(entries);
        assertThat(layout.of(Declaration.Kind.PARAMETER)).hasSize(trained);
        assertThat(layout.parameters().names()).hasSize(trained);
    }

    @Test
    void the_names_of_a_wide_residual_network_come_in_the_official_order() {
        assertThat(names(Encoder.pretraining(new WideResNet(10, 1), 8, false)))
                .startsWith("conv1.weight", "conv1.bias")
                .containsSubsequence(
                        "layer2.0.bn1.weight",
                        "layer2.0.bn1.bias",
                        "layer2.0.bn1.running_mean",
                        "layer2.0.bn1.running_var",
                        "layer2.0.bn1.num_batches_tracked",
                        "layer2.0.conv1.weight",
                        "layer2.0.conv1.bias",
                        "layer2.0.bn2.weight",
                        "layer2.0.bn2.num_batches_tracked",
                        "layer2.0.conv2.weight",
                        "layer2.0.conv2.bias",
                        "layer2.0.shortcut.0.weight",
                        "layer2.0.shortcut.0.bias",
                        "layer3.0.bn1.weight",
                        "bn1.weight",
                        "bn1.num_batches_tracked",
                        "fc.fc1.weight",
                        "fc.fc1.bias",
                        "fc.bn1.weight",
                        "fc.fc2.weight",
                        "fc.bn2.weight",
                        "fc.fc3.weight")
                .endsWith("fc.fc3.bias")
                .doesNotContain("layer1.0.shortcut.0.weight");
    }

    @Test
    void the_names_of_a_residual_network_come_in_the_official_order() {
        assertThat(names(Encoder.pretraining(new ResNet(List.of(2, 1, 1, 1), 8, 1), 8, true)))
                .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean")
                .containsSubsequence(
                        "layer1.0.conv1.weight",
                        "layer1.0.bn1.weight",
                        "layer1.0.conv2.weight",
                        "layer1.0.bn2.weight",
                        "layer1.0.conv3.weight",
                        "layer1.0.bn3.weight",
                        "layer1.0.downsample.0.weight",
                        "layer1.0.downsample.1.weight",
                        "layer1.0.downsample.1.num_batches_tracked",
                        "layer1.1.conv1.weight",
                        "layer2.0.conv1.weight",
                        "fc.fc3.bias",
                        "pred.bn1.weight",
                        "pred.fc1.weight",
                        "pred.bn2.weight",
                        "pred.fc2.weight")
                .endsWith("pred.fc2.bias")
                .doesNotContain("conv1.bias", "layer1.1.downsample.0.weight");
    }

    @Test
    void shapes_are_official() {
        Map<String, long[]> shapes =
                Encoder.classifier(new WideResNet(10, 2), 7).layout().officialShapes();
        assertThat(shapes.get("conv1.weight")).containsExactly(16, 3, 3, 3);
        assertThat(shapes.get("layer1.0.shortcut.0.weight")).containsExactly(32, 16, 1, 1);
        assertThat(shapes.get("fc.fc2.weight")).containsExactly(7, 128);
        assertThat(shapes.get("bn1.num_batches_tracked")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide_resnet28w2", "resnet50", "resnet50w2", "resnet101", "resnet200w2"})
    void is_found_again_from_its_own_shapes(String name) {
        Encoder encoder = Encoder.pretraining(Backbones.named(name), 64, true);
        assertThat(EncoderShapes.encoder(encoder.layout().officialShapes())).isEqualTo(encoder);
    }

    @Test
    void a_classifier_and_narrow_networks_are_found_from_their_shapes() {
        Encoder classifier = Encoder.classifier(new WideResNet(16, 3), 5);
        assertThat(EncoderShapes.encoder(classifier.layout().officialShapes())).isEqualTo(classifier);
        Encoder narrow = Encoder.pretraining(new ResNet(List.of(2, 1, 1, 2), 12, 1), 16, false);
        assertThat(EncoderShapes.encoder(narrow.layout().officialShapes())).isEqualTo(narrow);
    }

    @Test
    void embeddings_too_narrow_for_a_prediction_head_are_refused() {
        assertThatThrownBy(() ->
                        Encoder.pretraining(new WideResNet(10, 1), 3, true).layout())
                .hasMessageContaining("at least 4 values, not 3");
    }

    @Test
    void shapes_of_something_else_are_refused_with_what_is_missing() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("patch_embed.weight", new long[] {8, 3, 4, 4});
        assertThatThrownBy(() -> EncoderShapes.encoder(shapes))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("patch_embed.weight");
    }

    private static List<String> names(Encoder encoder) {
        return encoder.layout().declarations().stream().map(Declaration::name).toList();
    }
}
